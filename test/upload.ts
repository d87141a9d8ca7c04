import { crc32, deflateSync } from 'node:zlib';

/** A PDF that is whole and says this, one text a page; a line of it is a line there. */
export function pdfOf(...pages: string[]): Buffer {
  const [catalog, tree, font] = [1, 2, 3];
  const pageNo = (at: number): number => 4 + 2 * at;
  const objects = [
    `<< /Type /Catalog /Pages ${tree} 0 R >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${pageNo(at)} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages.flatMap((text, at) => {
      const lines = text.split('\n').map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj`);
      const drawn = `BT /F1 12 Tf 72 720 Td ${lines.join(' 0 -22 Td ')} ET`;
      return [
        `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 ${font} 0 R >> >> /Contents ${pageNo(at) + 1} 0 R >>`,
        `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
      ];
    }),
  ];
  let file = '%PDF-1.4\n';
  const table = objects.map((object, at) => {
    const starts = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(starts).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  return Buffer.from(
    `${file}xref\n0 ${size}\n0000000000 65535 f \n${table.join('')}trailer\n<< /Size ${size} /Root ${catalog} 0 R >>\nstartxref\n${file.length}\n%%EOF\n`,
  );
}

/** A picture that a browser shows: a grey square. */
export function pictureOf(side: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head[8] = 8;
  const lines = Buffer.concat(Array.from({ length: side }, () => Buffer.concat([Buffer.from([0]), Buffer.alloc(side, 128)])));
  return Buffer.concat([png.subarray(0, 8), chunk('IHDR', head), chunk('IDAT', deflateSync(lines)), chunk('IEND', Buffer.alloc(0))]);
}

/** Header and end of a picture: what it is told by. */
export const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]);

/** A form with one file, as a browser sends it. */
export function uploadOf(file: Buffer, name: string, fields: Record<string, string> = {}): { raw: Buffer; headers: Record<string, string> } {
  const part = (disposition: string, value: Buffer): Buffer =>
    Buffer.concat([Buffer.from(`--edge\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n`), value, Buffer.from('\r\n')]);
  const raw = Buffer.concat([
    ...Object.entries(fields).map(([field, value]) => part(`name="${field}"`, Buffer.from(value))),
    part(`name="file"; filename="${name}"`, file),
    Buffer.from('--edge--\r\n'),
  ]);
  return { raw, headers: { 'content-type': 'multipart/form-data; boundary=edge', 'content-length': String(raw.length) } };
}
