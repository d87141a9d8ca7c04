import type { PageViewport, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box, PageItem, ReadPage } from '../../../domain/closing/contract-reading/page.ts';

/** Contracts with their addenda are shorter; of a longer file the rest is read by people. */
const mostPages = 80;

/** The words of a document with their places, and what is filled into its fields. */
export async function pagesOf(pdf: PDFDocumentProxy): Promise<ReadPage[]> {
  const pages: ReadPage[] = [];
  for (let no = 1; no <= Math.min(pdf.numPages, mostPages); no++) pages.push({ page: no, items: await itemsOf(await pdf.getPage(no)) });
  return pages;
}

async function itemsOf(page: PDFPageProxy): Promise<PageItem[]> {
  const viewport = page.getViewport({ scale: 1 });
  const [{ items }, annotations] = await Promise.all([page.getTextContent(), page.getAnnotations()]);
  return [
    ...items.flatMap((item) => ('str' in item ? wordsOf(item, viewport) : [])),
    ...(annotations as Annotation[]).flatMap((each) => filledIn(each, viewport)),
  ];
}

type Words = { str: string; transform: number[]; width: number; height: number };

/** Words that run from left to right as the page is looked at; what stands along its edge is no term. */
function wordsOf({ str, transform, width, height }: Words, viewport: PageViewport): PageItem[] {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = transform;
  const along = [a, b].map((part) => part / Math.hypot(a, b));
  const up = [c, d].map((part) => part / Math.hypot(c, d));
  const at = (right: number, high: number): [number, number] =>
    viewport.convertToViewportPoint(x + along[0]! * right + up[0]! * high, y + along[1]! * right + up[1]! * high) as [number, number];
  const [from, to] = [at(0, -0.2 * height), at(width, 0.85 * height)];
  return str.trim() !== '' && Math.abs(at(1, 0)[1] - at(0, 0)[1]) < 0.1 && to[0] > from[0] ? [{ text: str, box: boxOf([...from, ...to]) }] : [];
}

type Annotation = { subtype?: string; fieldType?: string; fieldValue?: unknown; hidden?: boolean; rect?: number[]; contentsObj?: { str?: string } };

/** A field of a form with what stands in it, or words that somebody put upon the page. */
function filledIn({ subtype, fieldType, fieldValue, hidden, rect, contentsObj }: Annotation, viewport: PageViewport): PageItem[] {
  const isField = subtype === 'Widget' && (fieldType === 'Tx' || fieldType === 'Ch');
  const value = isField ? [fieldValue].flat()[0] : subtype === 'FreeText' ? contentsObj?.str : undefined;
  if (hidden || !rect || typeof value !== 'string' || value.trim() === '') return [];
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = rect;
  return [{ text: value, box: boxOf([...viewport.convertToViewportPoint(x1, y1), ...viewport.convertToViewportPoint(x2, y2)]) }];
}

function boxOf([x1 = 0, y1 = 0, x2 = 0, y2 = 0]: number[]): Box {
  return { x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) };
}
