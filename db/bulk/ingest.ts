import type { Layout } from '../../domain/sourcing/layout.ts';
import type { Mapping } from '../../domain/sourcing/mapping.ts';
import { compileNormaliser } from '../../domain/sourcing/normalise.ts';
import { RecordScanner } from '../../domain/sourcing/scan.ts';
import type { Db } from '../client.ts';
import { Batch, rowStore } from './batch.ts';
import { addCounts, type Counts } from './commit.ts';
import { textOf } from './pieces.ts';
import { type ImportContext, LeadWriter } from './writer.ts';

/** Lines in one transaction: enough to spread its fixed cost, few enough to hold two of them in memory. */
const batchLines = 5_000;

export type Ingestion = {
  path: string;
  layout: Layout;
  mapping: Mapping;
  context: ImportContext;
  /** Called after each committed batch; throws to stop the import between two batches. */
  progress?: (done: { batches: number; records: number }) => void;
};

/**
 * Reads a list to its end and stores it in batches; the next batch is read while one is being written. Goes on behind the last committed batch,
 * so that it can be killed anywhere. Answers the counts of the whole import; null when the import is not open any more.
 */
export async function ingestFile(db: Pick<Db, 'bulk'>, { path, layout, mapping, context, progress }: Ingestion): Promise<Counts | null> {
  const connection = await db.bulk().reserve();
  let pending = null as Promise<Counts | null> | null;
  try {
    const { writer, batches, records, counts } = await LeadWriter.open(connection, context);
    const normalise = compileNormaliser(mapping, layout.headers, context.listDate);
    const scanner = new RecordScanner(layout);
    // Three batches are on their way at most: one is read, one waits, one is being written.
    const stores = [rowStore(), rowStore(), rowStore()];
    let turn = 0;
    const fresh = () => new Batch(writer.maker, normalise, layout, writer.expectsNew, stores[turn++ % stores.length]!);
    let skip = layout.skip + records;
    let [number, done, position] = [batches, records, 0];
    let began = performance.now();
    let isOpen = true;
    let batch = fresh();
    let full: Batch | null = null;

    const settle = async (): Promise<void> => {
      if (pending === null) return;
      const written = await pending;
      pending = null;
      if (written === null) isOpen = false;
      else {
        addCounts(counts, written);
        progress?.({ batches: number, records: done });
      }
    };
    const write = async (next: Batch): Promise<void> => {
      next.flush();
      await settle();
      if (!isOpen) return;
      Object.assign(next, { number: ++number, records: (done += next.read), position });
      pending = writer.write(next, began);
      // Its failure is met where it is awaited.
      pending.catch(() => {});
      began = performance.now();
    };
    const take = (cells: Parameters<Batch['add']>[0]): void => {
      if (skip > 0) {
        skip--;
        return;
      }
      batch.add(cells);
      if (batch.read < batchLines) return;
      full = batch;
      batch = fresh();
    };

    for await (const text of textOf(path, layout)) {
      scanner.read(text, false, take);
      position += text.length;
      if (full !== null) {
        await write(full);
        full = null;
        // The database's answers are read between two pieces.
      } else await new Promise((resolve) => setImmediate(resolve));
      if (!isOpen) return null;
    }
    scanner.read('', true, take);
    for (const last of [full, batch]) if (last !== null && last.read > 0) await write(last);
    await settle();
    return isOpen ? counts : null;
  } finally {
    await pending?.catch(() => {});
    connection.release();
  }
}
