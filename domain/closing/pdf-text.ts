import { promisify } from 'node:util';
import { type InputType, inflate } from 'node:zlib';
import { readMap, type Unicode } from './pdf-text.unicode.ts';

const unpack = promisify<InputType, { finishFlush: number; maxOutputLength: number }, Buffer>(inflate);

/** Enough for the title and footers of every form; a file beyond it is read so far. */
const limits = { streams: 2000, unpackedBytes: 8_000_000, objects: 4_000_000, fonts: 5000, text: 300_000 };

/**
 * The text of a PDF as far as it can be had without a renderer: strings of the content streams, plain or packed with Flate, by the fonts'
 * own tables where there are some. For finding form numbers and titles; a scan, an encrypted file or a broken one gives what there is, maybe nothing.
 * Files come from anybody: every pattern below is bounded, so that no file takes more than its length.
 */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const { streams, between } = await partsOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const objects = [between, ...streams.flatMap(({ isObjects, text }) => (isObjects ? [text] : []))].join('\n').slice(0, limits.objects);
  const maps = new Map(streams.filter(({ text }) => text.includes('begincmap')).map(({ object, text }) => [object, readMap(text)]));
  const fonts = fontsOf(objects, maps);
  let text = '';
  for (const stream of streams) {
    if (text.length >= limits.text) break;
    if (/\bBT\b/.test(stream.text)) text += `${shownText(stream.text, fonts)}\n`;
  }
  return text.slice(0, limits.text);
}

type Stream = { object: number; text: string; isObjects: boolean };

/** The streams that may hold text, unpacked, and what stands between all streams. */
async function partsOf(file: Buffer): Promise<{ streams: Stream[]; between: string }> {
  const streams: Stream[] = [];
  let between = '';
  let [unpacked, from] = [0, 0];
  while (streams.length < limits.streams && unpacked < limits.unpackedBytes) {
    const at = file.indexOf('stream', from);
    const end = at < 0 ? -1 : file.indexOf('endstream', at);
    if (between.length < limits.objects) between += file.toString('latin1', from, at < 0 ? Math.min(file.length, from + limits.objects) : at);
    if (end < 0) break;
    from = end + 'endstream'.length;
    const dictionary = file.toString('latin1', Math.max(0, at - 2000), at);
    const header = dictionary.slice(Math.max(0, dictionary.lastIndexOf(' obj')));
    // Pictures, embedded files and fonts hold no text and most of the bytes.
    if (/\/Subtype\s?\/Image|\/FontFile|\/Length1\b|\/DCTDecode|\/JPXDecode|\/CCITTFax|\/JBIG2/.test(header)) continue;
    const begin = at + 'stream'.length + (file[at + 'stream'.length] === 0x0d ? 2 : 1);
    const text = await textOf(file.subarray(begin, end), header, limits.unpackedBytes - unpacked);
    unpacked += text.length;
    const number = /(\d{1,10})\s{1,2}\d{1,5}$/.exec(dictionary.slice(0, dictionary.lastIndexOf(' obj')).slice(-20))?.[1];
    streams.push({ object: Number(number ?? 0), text, isObjects: /\/ObjStm\b/.test(header) });
  }
  return { streams, between };
}

async function textOf(raw: Buffer, header: string, most: number): Promise<string> {
  if (!header.includes('/FlateDecode')) return /\/Filter/.test(header) ? '' : raw.toString('latin1', 0, most);
  // A stream that is cut off or too long is left out: what it held is not worth a refusal.
  return unpack(raw, { finishFlush: 2, maxOutputLength: most }).then(
    (found) => found.toString('latin1'),
    () => '',
  );
}

/** Names under which pages ask for a font, with its table; packed objects have no numbers of their own, so that only named references count. */
function fontsOf(objects: string, maps: ReadonlyMap<number, Unicode>): Map<string, Unicode> {
  const tables = new Map<string, number>();
  for (const { 1: table, index } of [...objects.matchAll(/\/ToUnicode (\d{1,10}) \d{1,5} R/g)].slice(0, limits.fonts)) {
    const before = objects.slice(Math.max(0, index - 1500), index);
    const object = /(\d{1,10}) \d{1,5}$/.exec(before.slice(0, Math.max(0, before.lastIndexOf(' obj'))).slice(-20))?.[1];
    if (object) tables.set(object, Number(table));
  }
  const fonts = new Map<string, Unicode>();
  for (const [, name, object] of objects.matchAll(/\/([\w.+-]{1,60}) (\d{1,10}) \d{1,5} R/g)) {
    const map = maps.get(tables.get(object!) ?? -1);
    if (map && !fonts.has(name!)) fonts.set(name!, map);
  }
  return fonts;
}

const operators =
  /\/([\w.+-]{1,60})\s{1,4}[\d.]{1,12}\s{1,4}Tf|\(((?:[^\\()]|\\[\s\S])*)\)|<([0-9A-Fa-f\s]+)>|\b(TD\b|Td\b|T\*|Tm\b|ET\b)|(?<![\d.-])(-?\d{1,7}(?:\.\d{1,7})?)(?=\s{0,4}[(<])/g;

/** Strings in their order; a new line of text is a new line, a wide gap inside one is a space. */
function shownText(content: string, fonts: ReadonlyMap<string, Unicode>): string {
  let font: Unicode | undefined;
  let text = '';
  for (const [, name, plain, hex, move, gap] of content.matchAll(operators)) {
    if (name !== undefined) font = fonts.get(name);
    else if (plain !== undefined) text += decoded(unescaped(plain), font);
    else if (hex !== undefined) text += decoded(Buffer.from(hex.replace(/\s/g, ''), 'hex').toString('latin1'), font);
    else if (move === 'ET' || move === 'Td' || move === 'TD' || move === 'T*') text += '\n';
    else if (move === 'Tm' || (gap !== undefined && Number(gap) < -180)) text += ' ';
    if (text.length >= limits.text) break;
  }
  return text.replace(/\n+/g, '\n');
}

function decoded(codes: string, font: Unicode | undefined): string {
  if (!font) return codes.replaceAll('\u0000', '');
  let text = '';
  for (let at = 0; at < codes.length; at += font.width) {
    let code = 0;
    for (let byte = 0; byte < font.width; byte++) code = code * 256 + (codes.charCodeAt(at + byte) || 0);
    text += font.letters.get(code) ?? '';
  }
  return text;
}

const escapes: Record<string, string> = { n: '\n', r: '\n', t: ' ', b: '', f: '' };
const unescaped = (text: string): string =>
  text.replace(/\\(?:([0-7]{1,3})|\r?\n|([\s\S]))/g, (_, octal: string | undefined, letter: string | undefined) =>
    octal ? String.fromCharCode(Number.parseInt(octal, 8) & 255) : letter === undefined ? '' : (escapes[letter] ?? letter),
  );
