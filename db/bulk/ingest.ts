import { BatchBuilder } from '../../domain/sourcing/batch.ts';
import type { Layout } from '../../domain/sourcing/layout.ts';
import type { Mapping } from '../../domain/sourcing/mapping.ts';
import { compileNormaliser } from '../../domain/sourcing/normalise.ts';
import { RecordScanner } from '../../domain/sourcing/scan.ts';
import type { Db } from '../client.ts';
import { textOf } from './pieces.ts';
import { addCounts, type Counts, type ImportContext, LeadWriter } from './writer.ts';

/** Lines in one transaction: enough to spread its fixed cost, few enough to hold two of them in memory. */
const batchLines = 8_000;
/** Text read at a time between two looks at the database's answers. */
const sliceLength = 65_536;

export type Ingestion = {
  path: string;
  layout: Layout;
  mapping: Mapping;
  context: ImportContext;
  /** Business time of this attempt, and the day it is where the brokerage is. */
  now: Date;
  today: string;
  /** Called after each committed batch; throws to stop the import between two batches. */
  progress?: (done: { batches: number; records: number }) => void;
};

/**
 * Reads a list to its end and stores it in batches; the next batch is read while one is being written. Goes on behind the last committed batch,
 * so that it can be killed anywhere. Answers the counts of the whole import; null when the import is not open any more.
 */
export async function ingestFile(db: Db, { path, layout, mapping, context, now, today, progress }: Ingestion): Promise<Counts | null> {
  const connection = await db.bulk().reserve();
  let pending: Promise<Counts | null> = Promise.resolve(null);
  try {
    const { writer, batches, records, counts } = await LeadWriter.open(connection, context);
    const normalise = compileNormaliser(mapping, layout.headers, context.listDate);
    const scanner = new RecordScanner(layout);
    let skip = layout.skip + records;
    let done = records;
    let number = batches;
    let position = 0;
    let isOpen = true;
    let started = performance.now();
    let builder = new BatchBuilder();
    let full: BatchBuilder | null = null;

    const write = async (from: BatchBuilder): Promise<void> => {
      number++;
      done += from.read;
      const batch = from.finish(number, done, position);
      const prepared = writer.prepare(batch, today);
      const began = started;
      await settle();
      started = performance.now();
      pending = writer.write(batch, prepared, { now, today }, began);
      // Its failure is met where it is awaited.
      pending.catch(() => {});
    };
    const settle = async (): Promise<void> => {
      const written = await pending;
      pending = Promise.resolve(null);
      if (written) {
        addCounts(counts, written);
        progress?.({ batches: number, records: done });
      } else if (number > batches + 1) isOpen = false;
    };

    for await (const text of textOf(path, layout)) {
      for (let at = 0; at < text.length; at += sliceLength) {
        scanner.read(text.length <= sliceLength ? text : text.slice(at, at + sliceLength), false, (cells) => {
          if (skip > 0) {
            skip--;
            return;
          }
          builder.add(normalise(cells));
          if (builder.read < batchLines) return;
          full = builder;
          builder = new BatchBuilder();
        });
        position += Math.min(sliceLength, text.length - at);
        if (full !== null) {
          await write(full);
          full = null;
        } else await new Promise((resolve) => setImmediate(resolve));
        if (!isOpen) return null;
      }
    }
    scanner.read('', true, (cells) => {
      if (skip > 0) skip--;
      else builder.add(normalise(cells));
    });
    if (builder.read > 0) await write(builder);
    const last = await pending;
    if (last) {
      addCounts(counts, last);
      progress?.({ batches: number, records: done });
    }
    return counts;
  } finally {
    await pending.catch(() => {});
    connection.release();
  }
}
