import type { Mapping } from './mapping.ts';
import type { Cells } from './scan.ts';

/** The cells of unknown columns as a JSON list in the order of `mapping.extra`; its names are stored once per import. */
export function compileExtra({ fields }: Mapping): (cells: Cells) => string | null {
  const columns = fields.flatMap((field, index) => (field === null ? [index] : []));
  return (cells) => {
    let json = '';
    let isEmpty = true;
    for (const index of columns) {
      if (cells.starts[index] === cells.ends[index]) {
        json += ',""';
        continue;
      }
      isEmpty = false;
      const text = cells.cell(index);
      json += needsEscape.test(text) ? `,${JSON.stringify(text)}` : `,"${text}"`;
    }
    return isEmpty ? null : `[${json.slice(1)}]`;
  };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must be escaped.
const needsEscape = /["\\\u0000-\u001f\ud800-\udfff]/;
