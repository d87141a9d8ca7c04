import { Document, Font, Page, renderToBuffer, Text, View } from '@react-pdf/renderer';
import { createElement as h, type ReactElement } from 'react';
import type { Letter, LetterBlock } from '../../domain/offers/templates.ts';
import { type Styles, stylesOf } from './letter.styles.ts';

/** What stands around the letter's own text. All texts are in signs that the typeface has. */
export interface LetterFrame {
  letterhead: { name: string; lines: string[] };
  date: string;
  addressee: string[];
  reference: string;
  buyer: { name: string; by: string | null; title: string | null };
  sellers: string[];
  /** Day of the letter: the same letter has the same bytes. */
  writtenOn: Date;
}

// Names are not hyphenated; only what would run off the page is cut.
Font.registerHyphenationCallback((word) => (word.length > 40 ? (word.match(/.{1,20}/gs) ?? [word]) : [word]));

export type RenderedLetter = { bytes: Buffer; pages: number };

/** A letter has this many pages, whatever the names and addresses. */
export const letterPages = 2;
/** From comfortable to the smallest that reads well in print. */
const sizes = [11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5];

/** Sets the letter in the largest type in which it has two pages; in the smallest, it may come out longer and says so. */
export async function renderLetter(letter: Letter, frame: LetterFrame): Promise<RenderedLetter> {
  let rendered: RenderedLetter | undefined;
  for (const size of sizes) {
    rendered = await setLetter(letter, frame, size);
    if (rendered.pages <= letterPages) break;
  }
  return rendered!;
}

async function setLetter(letter: Letter, frame: LetterFrame, size: number): Promise<RenderedLetter> {
  const styles = stylesOf(size);
  let pages = 0;
  const footer = ({ pageNumber, totalPages }: { pageNumber: number; totalPages: number }) => {
    pages = totalPages ?? pages;
    return `Page ${pageNumber} of ${totalPages}`;
  };
  const page = h(
    Page,
    { size: 'LETTER', style: styles.page },
    h(
      View,
      { style: styles.footer, fixed: true },
      h(Text, { style: styles.footerText }, `${frame.letterhead.name}  ·  ${frame.reference}`),
      h(Text, { style: styles.footerText, render: footer }),
    ),
    h(Letterhead, { frame, styles }),
    h(Text, { style: styles.date }, frame.date),
    h(View, { style: styles.addressee }, ...frame.addressee.map((line, key) => h(Text, { key, style: styles.plain }, line))),
    h(Text, { style: styles.title }, letter.title),
    ...letter.blocks.map((block, key) => h(Block, { key, block, frame, styles })),
  );
  const document = h(
    Document,
    {
      title: letter.title,
      author: frame.letterhead.name,
      subject: frame.reference,
      producer: 'Keyturn',
      creator: 'Keyturn',
      creationDate: frame.writtenOn,
      modificationDate: frame.writtenOn,
    },
    page,
  );
  return { bytes: await renderToBuffer(document), pages };
}

function Letterhead({ frame, styles }: { frame: LetterFrame; styles: Styles }): ReactElement {
  const { name, lines } = frame.letterhead;
  return h(
    View,
    { style: styles.letterhead },
    h(Text, { style: styles.firm }, name),
    h(View, {}, ...lines.map((line, key) => h(Text, { key, style: styles.firmLine }, line))),
  );
}

function Block({ block, frame, styles }: { block: LetterBlock; frame: LetterFrame; styles: Styles }): ReactElement {
  switch (block.kind) {
    case 'heading':
      return h(Text, { style: styles.heading, minPresenceAhead: 40 }, block.text);
    case 'paragraph':
      return h(Text, { style: styles.paragraph }, block.text);
    case 'notice':
      return h(View, { style: styles.notice, wrap: false }, h(Text, { style: styles.noticeTitle }, block.title), h(Text, { style: styles.plain }, block.text));
    case 'list':
      return h(
        View,
        { style: styles.list },
        ...block.items.map((text, key) =>
          h(View, { key, style: styles.item, wrap: false }, h(Text, { style: styles.number }, `${key + 1}.`), h(Text, { style: styles.itemText }, text)),
        ),
      );
    case 'table':
      return h(
        View,
        { style: styles.table },
        ...block.rows.map(({ label, text }, key) =>
          h(
            View,
            { key, style: key % 2 === 0 ? styles.row : [styles.row, styles.shaded], wrap: false },
            h(Text, { style: styles.label }, label),
            h(Text, { style: styles.value }, text),
          ),
        ),
      );
    case 'page-break':
      return h(View, { break: true });
    case 'signatures':
      return h(Signatures, { frame, styles });
    default:
      return block satisfies never;
  }
}

function Signatures({ frame: { buyer, sellers }, styles }: { frame: LetterFrame; styles: Styles }): ReactElement {
  const signer = buyer.by ? `${buyer.by}${buyer.title ? `, ${buyer.title}` : ''}` : 'Authorized signatory';
  const blocks = [{ role: 'Buyer', name: buyer.name, under: `By: ${signer}` }, ...sellers.map((name) => ({ role: 'Seller', name, under: '' }))];
  return h(
    View,
    { style: styles.signatures },
    ...blocks.map(({ role, name, under }, key) =>
      h(
        View,
        { key, style: styles.signature, wrap: false },
        h(Text, { style: styles.signatureRole }, role),
        h(View, { style: styles.line }),
        h(View, { style: styles.under }, h(Text, { style: styles.underName }, name), h(Text, { style: styles.underDate }, 'Date')),
        under ? h(Text, { style: styles.underSmall }, under) : null,
      ),
    ),
  );
}
