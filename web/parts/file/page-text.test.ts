import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { readContract } from '../../../domain/closing/contract-reading/read.ts';
import { blanksOf } from '../../../domain/compliance/file.ts';
import { pagesOf } from './page-text.ts';

/** A page with this content, turned or not, and one field of a form in which `value` stands. */
function fileOf({ content, turned = 0, field }: { content: string; turned?: number; field?: { value: string; rect: string } }): Uint8Array {
  const annotation = field ? `<< /Type /Annot /Subtype /Widget /FT /Tx /T (blank) /V (${field.value}) /Rect [${field.rect}] >>` : '<< >>';
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${field ? '/AcroForm << /Fields [6 0 R] >>' : ''} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Rotate ${turned} /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R ${field ? '/Annots [6 0 R]' : ''} >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    annotation,
  ];
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('');
  return new Uint8Array(Buffer.from(`%PDF-1.4\n${body}trailer\n<< /Size 7 /Root 1 0 R >>\n%%EOF\n`));
}
async function read(file: Parameters<typeof fileOf>[0]) {
  const task = getDocument({ data: fileOf(file), verbosity: 0 });
  const pages = await pagesOf(await task.promise);
  await task.destroy();
  return { pages, found: readContract(pages, 'tx-trec-resale', blanksOf('tx-trec-resale', '20-18')) };
}
const label = 'BT /F1 10 Tf 72 700 Td (C. Sales Price \\(Sum of A and B\\) ........ $) Tj ET';

test('what stands in a field of a form is read with the words before it, from its printed dollar sign to the end of the field', async () => {
  const { found } = await read({ content: label, field: { value: '285,000.00', rect: '300 696 400 712' } });
  expect(found).toMatchObject([{ field: 'priceCents', value: 28_500_000, page: 1, box: { y: 80, height: 16 } }]);
  const { x, width } = found[0]!.box;
  expect(x).toBeGreaterThan(200);
  expect(x + width).toBeCloseTo(400);
});

test('a page that is turned is read as it is looked at, and what runs along its edge is no word of it', async () => {
  // Turned by a quarter: what is written upwards stands upright.
  const upright = 'BT /F1 10 Tf 0 1 -1 0 100 72 Tm (C. Sales Price \\(Sum of A and B\\) $285,000.00) Tj ET BT /F1 10 Tf 72 700 Td (edge) Tj ET';
  const { pages, found } = await read({ content: upright, turned: 90 });
  expect(pages[0]!.items.map(({ text }) => text)).toEqual(['C. Sales Price (Sum of A and B) $285,000.00']);
  expect(found).toMatchObject([{ field: 'priceCents', value: 28_500_000 }]);
  const { x, y, width, height } = found[0]!.box;
  expect(x).toBeGreaterThan(150);
  expect(y).toBeGreaterThan(85);
  expect(y + height).toBeLessThan(105);
  expect(width).toBeGreaterThan(height);
});
