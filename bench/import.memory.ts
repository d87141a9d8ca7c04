// One import in a process of its own; answers its peak resident memory in MB.
import { openDb } from '../db/client.ts';
import { importList } from './import.run.ts';
import { peakMb } from './import.ts';

const [appUrl, brokerageId, path] = process.argv.slice(2) as [string, string, string];
const db = openDb(appUrl, { max: 3 });
await importList(db, brokerageId, path);
await db.close();
process.send!(Math.round(peakMb()));
process.disconnect();
