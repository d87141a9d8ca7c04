const backslash = 92;
/** What COPY's text format writes differently: tab, line feed, carriage return, backslash. */
const escapes = new Uint8Array(128);
for (const [code, letter] of [
  [9, 116],
  [10, 110],
  [13, 114],
  [backslash, backslash],
] as const)
  escapes[code] = letter;

/**
 * Rows in COPY's text format, written straight into bytes. A row of a list has fifty values: as strings they would be fifty objects and their
 * sum, a hundred thousand times over, and most of an import's time would go into collecting them.
 */
export class CopyWriter {
  bytes: Buffer;
  length = 0;

  constructor(capacity = 1 << 16) {
    this.bytes = Buffer.allocUnsafe(capacity);
  }

  clear(): void {
    this.length = 0;
  }

  /** Room for a value of so many characters, and for the tab behind it. */
  #room(characters: number): void {
    const needed = this.length + characters * 3 + 32;
    if (needed <= this.bytes.length) return;
    const wider = Buffer.allocUnsafe(Math.max(needed, this.bytes.length * 2));
    this.bytes.copy(wider, 0, 0, this.length);
    this.bytes = wider;
  }

  nextText(text: string | null): void {
    this.bytes[this.length++] = 9;
    this.text(text);
  }

  nextNumber(value: number | null): void {
    this.bytes[this.length++] = 9;
    this.number(value);
  }

  nextFlag(value: boolean | null): void {
    this.bytes[this.length++] = 9;
    this.flag(value);
  }

  nextDay(day: number | null): void {
    this.bytes[this.length++] = 9;
    this.day(day);
  }

  end(): void {
    this.#room(1);
    this.bytes[this.length++] = 10;
  }

  null(): void {
    this.#room(2);
    this.bytes[this.length++] = backslash;
    this.bytes[this.length++] = 78;
  }

  text(text: string | null): void {
    if (text === null) {
      this.null();
      return;
    }
    this.#room(text.length);
    const { bytes } = this;
    let at = this.length;
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (code < 128) {
        const letter = escapes[code]!;
        if (letter !== 0) {
          bytes[at++] = backslash;
          bytes[at++] = letter;
        } else bytes[at++] = code;
      } else if (code < 0x800) {
        bytes[at++] = 0xc0 | (code >> 6);
        bytes[at++] = 0x80 | (code & 63);
      } else if (code < 0xd800 || code > 0xdfff) {
        bytes[at++] = 0xe0 | (code >> 12);
        bytes[at++] = 0x80 | ((code >> 6) & 63);
        bytes[at++] = 0x80 | (code & 63);
      } else {
        const pair = text.codePointAt(index)!;
        index++;
        // Half a pair is no character; PostgreSQL would refuse it.
        const point = pair > 0xffff ? pair : 0xfffd;
        if (point === 0xfffd) {
          index--;
          bytes[at++] = 0xef;
          bytes[at++] = 0xbf;
          bytes[at++] = 0xbd;
        } else {
          bytes[at++] = 0xf0 | (point >> 18);
          bytes[at++] = 0x80 | ((point >> 12) & 63);
          bytes[at++] = 0x80 | ((point >> 6) & 63);
          bytes[at++] = 0x80 | (point & 63);
        }
      }
    }
    this.length = at;
  }

  /** A number as JavaScript writes it; whole ones without a string. */
  number(value: number | null): void {
    if (value === null) {
      this.null();
      return;
    }
    if (!Number.isSafeInteger(value) || value < 0) {
      this.text(String(value));
      return;
    }
    this.#room(17);
    let rest = value;
    let digits = 1;
    for (let ten = 10; rest >= ten && digits < 16; ten *= 10) digits++;
    for (let at = this.length + digits - 1; at >= this.length; at--) {
      const next = Math.floor(rest / 10);
      this.bytes[at] = 48 + (rest - next * 10);
      rest = next;
    }
    this.length += digits;
  }

  flag(value: boolean | null): void {
    if (value === null) {
      this.null();
      return;
    }
    this.#room(1);
    this.bytes[this.length++] = value ? 116 : 102;
  }

  /** A date written as 20130409. */
  day(day: number | null): void {
    if (day === null) {
      this.null();
      return;
    }
    this.#room(10);
    const { bytes } = this;
    let at = this.length + 9;
    for (let place = 0, rest = day; place < 10; place++, at--) {
      if (place === 2 || place === 5) {
        bytes[at] = 45;
        continue;
      }
      bytes[at] = 48 + (rest % 10);
      rest = Math.floor(rest / 10);
    }
    this.length += 10;
  }
}
