import type postgres from 'postgres';

/** One connection, held for a whole import: its temporary tables live as long. */
export type BulkConnection = postgres.ReservedSql;

const mustEscape = /[\\\t\n\r]/;
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A text in COPY's text format; null is \N. */
export const copyText = (text: string | null): string =>
  text === null ? '\\N' : mustEscape.test(text) ? text.replace(/[\\\t\n\r]/g, (mark) => escapes[mark]!) : text;

/** Streams rows (lines in COPY's text format) into a table. COPY cannot write where row-level security applies, so the table is a temporary one. */
export async function copyInto(connection: BulkConnection, table: string, columns: readonly string[], lines: readonly string[]): Promise<void> {
  const sink = await connection.unsafe(`copy ${table} (${columns.join(', ')}) from stdin`).writable();
  const done = new Promise<void>((resolve, reject) => {
    sink.once('error', reject);
    sink.once('finish', resolve);
    // A refusal that arrives after the last byte reaches neither event of the driver.
    setTimeout(() => reject(new Error(`COPY into ${table} got no answer within two minutes`)), 120_000).unref();
  });
  done.catch(() => {});
  for (let at = 0; at < lines.length; at += 500) {
    const piece = Buffer.from(lines.slice(at, at + 500).join(''), 'utf8');
    if (!sink.write(piece)) await Promise.race([done, new Promise((resolve) => sink.once('drain', resolve))]);
  }
  sink.end();
  await done;
}
