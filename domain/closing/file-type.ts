/** What a file is by its bytes; its name and what the sender says about it count for nothing. */

export type FileType = { mime: 'application/pdf' | 'image/png' | 'image/jpeg'; extension: 'pdf' | 'png' | 'jpg' };

const types = [
  { mime: 'application/pdf', extension: 'pdf', starts: Buffer.from('%PDF-') },
  { mime: 'image/png', extension: 'png', starts: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
  { mime: 'image/jpeg', extension: 'jpg', starts: Buffer.from([0xff, 0xd8, 0xff]) },
] as const;

/** So many bytes tell; fewer are no file of these types. */
export const headBytes = 1024;
/** So many bytes of the end hold its mark, with what printers and mailers append. */
export const tailBytes = 2048;

/** By the first bytes; readers of PDF take junk before the header, so it may stand anywhere in the first kilobyte. */
export function fileTypeOf(head: Uint8Array): FileType | null {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  const found = types.find(({ starts, extension }) => {
    const at = bytes.subarray(0, headBytes).indexOf(starts);
    return extension === 'pdf' ? at >= 0 : at === 0;
  });
  return found ? { mime: found.mime, extension: found.extension } : null;
}

/** Whether the end is there: a connection that broke off leaves a file that opens half. */
export function isWhole({ extension }: FileType, tail: Uint8Array): boolean {
  const bytes = Buffer.from(tail.buffer, tail.byteOffset, tail.byteLength);
  switch (extension) {
    case 'pdf':
      return bytes.includes('%%EOF');
    case 'png':
      return bytes.includes('IEND');
    case 'jpg':
      return bytes.includes(Buffer.from([0xff, 0xd9]));
    default:
      return extension satisfies never;
  }
}
