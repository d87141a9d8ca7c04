import { isNewer, mergeLines } from './merge.ts';
import type { PropertyLine, Rejection } from './line.ts';

/** A part of a file, read but not yet compared with what is stored. */
export type Batch = {
  number: number;
  /** Lines read so far, up to and with this batch. */
  records: number;
  /** How far into the file's text it reaches, for the progress. */
  position: number;
  read: number;
  /** One per property: of several lines the newest, its gaps filled by the others. */
  lines: PropertyLine[];
  merged: number;
  rejections: Rejection[];
};

/** Collects the lines of a batch and brings those about one property together. */
export class BatchBuilder {
  readonly #byKey = new Map<string, PropertyLine>();
  #addressOnly = 0;
  read = 0;
  merged = 0;
  readonly rejections: Rejection[] = [];

  add(line: PropertyLine | Rejection): void {
    this.read++;
    if ('reason' in line) {
      this.rejections.push(line);
      return;
    }
    const known = this.#byKey.get(line.propertyKey);
    if (known === undefined) {
      this.#byKey.set(line.propertyKey, line);
      if (line.parcelNumber === null || line.propertyKey.startsWith('adr:')) this.#addressOnly++;
      return;
    }
    this.merged++;
    this.#byKey.set(line.propertyKey, merge(known, line));
  }

  finish(number: number, records: number, position: number): Batch {
    if (this.#addressOnly > 0 && this.#addressOnly < this.#byKey.size) this.#findParcels();
    return { number, records, position, read: this.read, lines: [...this.#byKey.values()], merged: this.merged, rejections: this.rejections };
  }

  /** A line with an address alone may be about a parcel of the same batch. */
  #findParcels(): void {
    const parcels = new Map<string, PropertyLine | null>();
    for (const line of this.#byKey.values())
      if (!line.propertyKey.startsWith('adr:') && line.addressKey !== null) parcels.set(line.addressKey, parcels.has(line.addressKey) ? null : line);
    for (const line of [...this.#byKey.values()]) {
      if (!line.propertyKey.startsWith('adr:') || !parcels.has(line.addressKey!)) continue;
      const parcel = parcels.get(line.addressKey!);
      this.#byKey.delete(line.propertyKey);
      if (parcel === null) {
        this.rejections.push(severalProperties(line));
        continue;
      }
      this.merged++;
      const one = merge(parcel!, line);
      this.#byKey.set(parcel!.propertyKey, one);
      parcels.set(line.addressKey!, one);
    }
  }
}

/** Of two lines of one list the one with the newer date; of equals the first. */
function merge(first: PropertyLine, second: PropertyLine): PropertyLine {
  const standing = (line: PropertyLine) => ({ listDate: '', origin: 0, lineDay: line.lineDay });
  return isNewer(standing(second), standing(first)) ? mergeLines(second, first) : mergeLines(first, second);
}

/** The raw text is not kept for every line, so the report shows what was read of it. */
export const severalProperties = (line: PropertyLine): Rejection => ({
  line: line.line,
  reason: 'several-properties',
  detail: line.addressKey ?? '',
  raw: line.raw ?? '',
});
