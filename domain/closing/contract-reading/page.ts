/** A place on a page, in points from its upper left corner, as the page is looked at. */
export type Box = { x: number; y: number; width: number; height: number };

/** Words as a file has them, or what is filled into a field of it, with their place. */
export type PageItem = { text: string; box: Box };
/** A page as its reader gets it; pages count from 1. */
export type ReadPage = { page: number; items: readonly PageItem[] };

/** The words of a page in the order in which people read them, and where each letter stands. */
export type PageText = { page: number; text: string; boxOf: (from: number, to: number) => Box };

const middle = ({ y, height }: Box): number => y + height / 2;

/** What is filled in stands a little off its line: half of a height apart is the same line. */
function linesOf(items: readonly PageItem[]): PageItem[][] {
  const lines: PageItem[][] = [];
  for (const item of items.filter(({ text }) => text.trim() !== '').toSorted((a, b) => middle(a.box) - middle(b.box))) {
    const line = lines.at(-1);
    const first = line?.[0]?.box;
    if (line && first && middle(item.box) - middle(first) <= Math.max(3, Math.min(first.height, item.box.height) / 2)) line.push(item);
    else lines.push([item]);
  }
  return lines.map((line) => line.toSorted((a, b) => a.box.x - b.box.x));
}

const around = (boxes: readonly Box[]): Box => {
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
  return { x, y, width: Math.max(...boxes.map((box) => box.x + box.width)) - x, height: Math.max(...boxes.map((box) => box.y + box.height)) - y };
};

/** One text, in its lines. */
export function pageText({ page, items }: ReadPage): PageText {
  let text = '';
  const spans: { from: number; to: number; box: Box }[] = [];
  for (const line of linesOf(items)) {
    if (text !== '') text += '\n';
    let before: Box | undefined;
    for (const { text: raw, box } of line) {
      const words = raw.replace(/\s/g, ' ');
      // A file may show a word in pieces: those that touch are one.
      const touches = before && box.x - (before.x + before.width) < box.height * 0.12;
      if (before && !touches && !text.endsWith(' ')) text += ' ';
      spans.push({ from: text.length, to: text.length + words.length, box });
      text += words;
      before = box;
    }
  }
  const boxOf = (from: number, to: number): Box =>
    around(
      spans.flatMap((span) => {
        const [first, last] = [Math.max(from, span.from), Math.min(to, span.to)];
        if (first >= last) return [];
        // Letters differ in width; on the whole a share of them is that share of their line.
        const share = span.box.width / (span.to - span.from);
        return [{ ...span.box, x: span.box.x + (first - span.from) * share, width: (last - first) * share }];
      }),
    );
  return { page, text, boxOf };
}
