import { expect, test } from 'vitest';
import { fileTypeOf, isWhole } from './file-type.ts';

const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from('....IEND....')]);
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 0xff, 0xd9]);

test.each([
  ['application/pdf', Buffer.from('%PDF-1.7\n...\n%%EOF\n')],
  ['application/pdf', Buffer.from('\u0000mail header\r\n%PDF-1.4\n%%EOF')],
  ['image/png', png],
  ['image/jpeg', jpeg],
])('%s is known by its bytes, and by its end to be whole', (mime, bytes) => {
  const type = fileTypeOf(bytes)!;
  expect([type.mime, isWhole(type, bytes), isWhole(type, bytes.subarray(0, 8))]).toEqual([mime, true, false]);
});

test.each([['<html>%PDF'], ['PK\u0003\u0004'], ['GIF89a'], ['MZ'], ['']])('%j is none of them', (text) => expect(fileTypeOf(Buffer.from(text))).toBeNull());
