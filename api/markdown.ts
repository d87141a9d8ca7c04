type Options = { /** Where a link leads. */ link: (target: string) => string };

/** The first heading as plain words. */
export const headingOf = (text: string): string => (/^# (.+)$/m.exec(text)?.[1] ?? 'Keyturn').replaceAll('`', '');

/** The part of Markdown that our own documentation uses, as HTML: headings, paragraphs, lists, tables, code, links, emphasis. Everything else is text. */
export function renderMarkdown(text: string, options: Options): string {
  const lines = text.split('\n');
  const out: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]!;
    const heading = /^(#{1,4}) (.+)$/.exec(line);
    const taken = (fits: (line: string) => boolean): string[] => {
      const from = at;
      while (at < lines.length && fits(lines[at]!)) at += 1;
      return lines.slice(from, at);
    };
    if (line.trim() === '') at += 1;
    else if (line.startsWith('```')) {
      at += 1;
      out.push(`<pre>${escaped(taken((each) => !each.startsWith('```')).join('\n'))}</pre>`);
      at += 1;
    } else if (heading) {
      out.push(`<h${heading[1]!.length}>${inline(heading[2]!, options)}</h${heading[1]!.length}>`);
      at += 1;
    } else if (line.startsWith('|'))
      out.push(
        table(
          taken((each) => each.startsWith('|')),
          options,
        ),
      );
    else if (isItem(line))
      out.push(
        list(
          taken((each) => isItem(each) || /^\s+\S/.test(each)),
          options,
        ),
      );
    else out.push(`<p>${inline(taken((each) => each.trim() !== '' && !/^(#{1,4} |\||```)/.test(each) && !isItem(each)).join(' '), options)}</p>`);
  }
  return out.join('\n');
}

const isItem = (line: string): boolean => /^\s*(?:[-*]|\d+\.) /.test(line);
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Lists of two levels; a line that begins nothing goes on with the item above. */
function list(lines: string[], options: Options): string {
  const tag = /^\s*\d+\. /.test(lines[0]!) ? 'ol' : 'ul';
  const depth = /^\s*/.exec(lines[0]!)![0].length;
  const items: { words: string; below: string[] }[] = [];
  for (const line of lines) {
    const own = isItem(line) && /^\s*/.exec(line)![0].length <= depth;
    if (own) items.push({ words: line.replace(/^\s*(?:[-*]|\d+\.) /, ''), below: [] });
    else if (isItem(line) || items.at(-1)!.below.length > 0) items.at(-1)!.below.push(line);
    else items.at(-1)!.words += ` ${line.trim()}`;
  }
  const item = ({ words, below }: { words: string; below: string[] }): string =>
    `<li>${inline(words, options)}${below.length > 0 ? list(below, options) : ''}</li>`;
  return `<${tag}>${items.map(item).join('')}</${tag}>`;
}

function table(lines: string[], options: Options): string {
  const cells = (line: string): string[] =>
    line
      .replace(/^\||\|\s*$/g, '')
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim().replaceAll('\\|', '|'));
  const [head, , ...rows] = lines;
  // An empty heading names nothing.
  const cell = (words: string, tag: string): string => (words === '' ? '<td></td>' : `<${tag}>${inline(words, options)}</${tag}>`);
  const row = (line: string, tag: string): string =>
    `<tr>${cells(line)
      .map((words) => cell(words, tag))
      .join('')}</tr>`;
  return `<div class="wide"><table><thead>${row(head!, 'th')}</thead><tbody>${rows.map((line) => row(line, 'td')).join('')}</tbody></table></div>`;
}

/** Code first, so that nothing in it is taken for a mark. Links lead into the documentation, to our own addresses or to https. */
function inline(text: string, { link }: Options): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part) => (part.startsWith('`') && part.length > 1 ? `<code>${escaped(part.slice(1, -1))}</code>` : marks(escaped(part))))
    .join('')
    .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, (whole, words: string, target: string) => {
      const to = link(target);
      return /^(https:\/\/|\/|#)/.test(to) ? `<a href="${to}">${words}</a>` : whole;
    });
}

const marks = (text: string): string => text.replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>').replace(/(?<![\w*])\*([^*\s][^*]*)\*(?![\w*])/g, '<em>$1</em>');
