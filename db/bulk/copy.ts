import type postgres from 'postgres';

/** One connection, held for a whole import: its temporary tables live as long. */
export type BulkConnection = postgres.ReservedSql;

const pieceBytes = 131_072;

/** Streams rows in COPY's text format into a table. COPY cannot write where row-level security applies, so the table is a temporary one. */
export async function copyInto(connection: BulkConnection, table: string, columns: readonly string[], pieces: Iterable<Buffer>): Promise<void> {
  const sink = await connection.unsafe(`copy ${table} (${columns.join(', ')}) from stdin`).writable();
  const done = new Promise<void>((resolve, reject) => {
    sink.once('error', reject);
    sink.once('finish', resolve);
  });
  // A refusal that arrives after the last byte reaches neither event of the driver: without this it would be waited for for ever.
  const timer = setTimeout(() => sink.destroy(new Error(`COPY into ${table} got no answer within two minutes`)), 120_000).unref();
  done.catch(() => {}).finally(() => clearTimeout(timer));
  for (const piece of pieces)
    for (let at = 0; at < piece.length; at += pieceBytes)
      if (!sink.write(piece.subarray(at, at + pieceBytes))) await Promise.race([done, new Promise((resolve) => sink.once('drain', resolve))]);
  sink.end();
  await done;
}
