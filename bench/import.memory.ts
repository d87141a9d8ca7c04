// The reading and storing of one list in a process of its own; answers its peak resident memory in MB. What surrounds it (the row of the
// import, its report) is done by the parent: loading the ORM alone takes more than the whole import, and would hide what is measured.
import { readFileSync } from 'node:fs';
import postgres from 'postgres';
import { type Ingestion, ingestFile } from '../db/bulk/ingest.ts';
import { previewFile } from '../db/bulk/pieces.ts';

process.once('message', async ({ appUrl, path, context }: { appUrl: string; path: string; context: Ingestion['context'] }) => {
  const sql = postgres(appUrl, { max: 1, onnotice: () => {} });
  const { layout, mapping } = await previewFile(path);
  await ingestFile({ bulk: () => sql }, { path, layout, mapping, context: { ...context, now: new Date(context.now) } });
  await sql.end();
  const peakKb = Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? process.resourceUsage().maxRSS);
  process.send!(Math.round(peakKb / 1024));
  process.disconnect();
});
