import type { Deps } from '../../activities/index.ts';
import type { OfImport } from '../../activities/sourcing/import.ts';
import { requestImport } from '../../db/queries/imports.ts';
import { change, now, runActivity, type World } from './world.ts';

const list = [
  'APN,Address,City,State,Zip,County,Owner 1 First Name,Owner 1 Last Name,Est. Value,Est. Remaining balance of Open Loans,Phone 1',
  '012 00 0 001.00,12 Oak St,Nashville,TN,37206,Davidson,June,Upton,250000,100000,(615) 212-3456',
  '012 00 0 002.00,14 Oak St,Nashville,TN,37206,Davidson,,"Oak Street Homes, LLC",310000,0,',
  '012 00 0 001.00,12 Oak Street,Nashville,TN,37206,Davidson,June,Upton,255000,100000,',
  ',,,,,,,,1,,',
].join('\n');

export async function requestedImport(deps: Deps, { brokerageId }: World): Promise<OfImport> {
  const { sha256 } = await deps.files.put(brokerageId, Buffer.from(list));
  const row = await change(deps, brokerageId, { kind: 'brokerage', id: brokerageId }, (c) =>
    requestImport(c, {
      ...{ sha256, fileName: 'list.csv', listName: 'Crash list', listSource: 'test', today: now.toISOString().slice(0, 10) },
      ...{ costCents: 0, relation: 'cold', choice: {} },
    }),
  );
  return { brokerageId, importId: row.id };
}

export async function begunImport(deps: Deps, world: World): Promise<OfImport> {
  const input = await requestedImport(deps, world);
  await runActivity(deps, world, 'beginImport', input);
  return input;
}

export async function readImport(deps: Deps, world: World): Promise<OfImport> {
  const input = await begunImport(deps, world);
  await runActivity(deps, world, 'ingestList', input);
  return input;
}
