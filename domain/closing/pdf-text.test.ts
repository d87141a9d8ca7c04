import { deflateSync } from 'node:zlib';
import { Document, Page, renderToBuffer, Text } from '@react-pdf/renderer';
import { createElement } from 'react';
import { expect, test } from 'vitest';
import { matchDocument } from '../compliance/checklists/matcher.ts';
import { pdfText } from './pdf-text.ts';

const object = (no: number, body: string | Buffer): Buffer => Buffer.concat([Buffer.from(`${no} 0 obj\n`), Buffer.from(body), Buffer.from('\nendobj\n')]);
const stream = (no: number, content: string, packed = true): Buffer => {
  const bytes = packed ? deflateSync(Buffer.from(content, 'latin1')) : Buffer.from(content, 'latin1');
  return object(
    no,
    Buffer.concat([Buffer.from(`<< /Length ${bytes.length}${packed ? ' /Filter /FlateDecode' : ''} >>\nstream\n`), bytes, Buffer.from('\nendstream')]),
  );
};
const pdf = (...parts: Buffer[]): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), ...parts, Buffer.from('%%EOF\n')]);

test('strings of packed and plain streams are read, with their escapes and gaps', async () => {
  const content = 'BT /F1 12 Tf 72 700 Td (SELLER\\047S DISCLOSURE) Tj T* [(No) -20 (tice) -300 (\\(TREC)] TJ ET';
  for (const packed of [true, false]) expect(await pdfText(pdf(stream(4, content, packed)))).toContain("SELLER'S DISCLOSURE\nNotice (TREC");
});

test("codes of a subset font become letters by the font's own table", async () => {
  const map =
    '1 begincodespacerange <0000> <FFFF> endcodespacerange 2 beginbfchar <0003> <0020> <0011> <0054> endbfchar 1 beginbfrange <0024> <0026> <0041> endbfrange';
  const parts = [
    object(1, '<< /Font << /F7 5 0 R >> >>'),
    object(5, '<< /Type /Font /Subtype /Type0 /ToUnicode 6 0 R >>'),
    stream(6, `begincmap ${map} endcmap`),
    stream(7, 'BT /F7 10 Tf <0011002400030026> Tj ET'),
  ];
  expect(await pdfText(pdf(...parts))).toContain('TA C');
});

test('a letter as our own renderer writes it is read, and recognised by its form number', async () => {
  const page = createElement(
    Page,
    null,
    createElement(Text, null, 'ADDENDUM FOR PROPERTY SUBJECT TO MANDATORY MEMBERSHIP'),
    createElement(Text, null, 'TREC NO. 36-11'),
  );
  const text = await pdfText(await renderToBuffer(createElement(Document, null, page)));
  expect(matchDocument({ fileName: 'scan.pdf', text }, ['US', 'TX'])[0]).toMatchObject({ id: 'TX-HOA', formVersion: '36-11' });
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['no PDF', Buffer.from('hello')],
  ['a stream that never ends', Buffer.from('%PDF-1.4\n1 0 obj << /Filter /FlateDecode >> stream\nxyz')],
  ['a packed stream that is broken', pdf(object(1, '<< /Filter /FlateDecode >>\nstream\nnot packed at all\nendstream'))],
])('%s gives no text and no error', async (_, bytes) => expect((await pdfText(bytes)).trim()).toBe(''));

test.each([
  ['digits', '1'.repeat(4_000_000)],
  ['brackets', '('.repeat(2_000_000) + '<'.repeat(2_000_000)],
  ['names', `/${'F'.repeat(2_000_000)} ${'/F 1 Tf'.repeat(200_000)}`],
  ['tables without end', `begincmap ${'beginbfchar <00> <00> ['.repeat(150_000)}`],
  ['ranges', `begincmap beginbfrange ${'<0000> <FFFFFFFF> ['.repeat(20_000)} endbfrange`],
  ['objects', '1 0 obj '.repeat(400_000)],
])('a hostile file of %s takes no longer than its length', async (_, content) => {
  const started = performance.now();
  await pdfText(pdf(stream(1, `BT ${content} ET`), Buffer.from(content, 'latin1')));
  expect(performance.now() - started).toBeLessThan(3000);
});

test('a large scan is passed over quickly', async () => {
  const picture = Buffer.concat([Buffer.from('<< /Subtype /Image /Filter /DCTDecode >>\nstream\n'), Buffer.alloc(24_000_000, 120), Buffer.from('\nendstream')]);
  const started = performance.now();
  expect(await pdfText(pdf(object(1, picture), stream(2, 'BT (IABS 1-2) Tj ET')))).toContain('IABS 1-2');
  expect(performance.now() - started).toBeLessThan(500);
});

test('a bomb of packed zeros is left out, not unpacked', async () => {
  const bomb = Buffer.concat([Buffer.from('<< /Filter /FlateDecode >>\nstream\n'), deflateSync(Buffer.alloc(60_000_000)), Buffer.from('\nendstream')]);
  const started = performance.now();
  expect(await pdfText(pdf(object(1, bomb), stream(2, 'BT (TREC NO. 36-11) Tj ET')))).toContain('TREC NO. 36-11');
  expect(performance.now() - started).toBeLessThan(2000);
});
