/** A PDF that is whole and says this. */
export const pdfOf = (text: string): Buffer =>
  Buffer.from(`%PDF-1.4\n1 0 obj\n<< /Length ${text.length + 24} >>\nstream\nBT /F1 12 Tf (${text}) Tj ET\nendstream\nendobj\n%%EOF\n`);

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
