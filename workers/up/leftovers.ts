import { end, forgetPid, isAlive, type PidFile, readPids } from './pids.ts';

/** Who must be gone before whom: nobody loses what it writes to. */
const stages = [['api', 'worker', 'imports', 'rendering', 'relay', 'sandbox'], ['engine'], ['postgres']];

/** Ends what an earlier supervisor of this home left running when it was killed. Returns the names. */
export async function endLeftovers(folder: string): Promise<string[]> {
  const left = readPids(folder);
  const alive = left.filter(isAlive);
  for (const names of stages) await Promise.all(alive.filter(({ name }) => names.includes(name)).map(endOne));
  for (const { name } of left) forgetPid(folder, name);
  return alive.map(({ name }) => name);
}

const endOne = (file: PidFile): Promise<void> => (file.name === 'postgres' ? end(file, 'SIGINT', 10_000) : end(file, 'SIGTERM', 5000));
