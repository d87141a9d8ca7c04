import type { Layout } from '../../domain/sourcing/layout.ts';
import type { Mapping } from '../../domain/sourcing/mapping.ts';
import { compileNormaliser } from '../../domain/sourcing/normalise.ts';
import { RecordScanner } from '../../domain/sourcing/scan.ts';
import type { Db } from '../client.ts';
import { Batch, type RowStore, rowStore } from './batch.ts';
import { addCounts, type Counts } from './commit.ts';
import { textOf } from './pieces.ts';
import { type ImportContext, LeadWriter } from './writer.ts';

/** Enough to spread the fixed cost of a transaction, few enough to hold three of them in memory. */
const usualBatchLines = 5_000;

export type Ingestion = {
  path: string;
  layout: Layout;
  mapping: Mapping;
  context: ImportContext;
  /** Lines in one transaction. */
  batchLines?: number;
  /** Called after each committed batch; throws to stop the import between two batches. */
  progress?: (done: { batches: number; records: number }) => void;
};

/**
 * Reads a list to its end and stores it in batches; the next batch is read while one is being written. Goes on behind the last committed batch,
 * so that it can be killed anywhere. Answers the counts of the whole import; null when the import is not open any more.
 */
export async function ingestFile(
  db: Pick<Db, 'bulk'>,
  { path, layout, mapping, context, progress, batchLines = usualBatchLines }: Ingestion,
): Promise<Counts | null> {
  const connection = await db.bulk().reserve();
  let pending = null as Promise<Counts | null> | null;
  try {
    const { writer, batches, records, counts } = await LeadWriter.open(connection, context);
    const normalise = compileNormaliser(mapping, layout.headers, context.listDate);
    const scanner = new RecordScanner(layout);
    // The memory of a batch that is written serves another: three are on their way at most, unless lines are very short.
    const spare: RowStore[] = [];
    const fresh = () => new Batch(writer.maker, normalise, layout, writer.expectsNew, spare.pop() ?? rowStore());
    let skip = layout.skip + records;
    let [number, done, position] = [batches, records, 0];
    let began = performance.now();
    let isOpen = true;
    let batch = fresh();
    let written: Batch | null = null;
    const full: Batch[] = [];

    const settle = async (): Promise<void> => {
      if (pending === null) return;
      const added = await pending;
      pending = null;
      if (written) spare.push(written.store);
      if (added === null) isOpen = false;
      else {
        addCounts(counts, added);
        progress?.({ batches: number, records: done });
      }
    };
    const write = async (next: Batch): Promise<void> => {
      next.flush();
      await settle();
      if (!isOpen) return;
      written = next;
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
      full.push(batch);
      batch = fresh();
    };

    for await (const text of textOf(path, layout)) {
      scanner.read(text, false, take);
      position += text.length;
      // The database's answers are read between two pieces.
      if (full.length === 0) await new Promise((resolve) => setImmediate(resolve));
      for (let next = full.shift(); next; next = full.shift()) await write(next);
      if (!isOpen) return null;
    }
    scanner.read('', true, take);
    for (const last of [...full, batch]) if (last.read > 0) await write(last);
    await settle();
    return isOpen ? counts : null;
  } finally {
    await pending?.catch(() => {});
    connection.release();
  }
}
