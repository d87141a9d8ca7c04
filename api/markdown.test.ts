import { expect, test } from 'vitest';
import { guideLink, guideNames, readGuide } from './guides.ts';
import { headingOf, renderMarkdown } from './markdown.ts';

const render = (text: string): string => renderMarkdown(text, { link: guideLink('runbooks') });

test('headings, lists of two levels, tables, code and emphasis', () => {
  expect(render('# A `run`\n\nOne\ntwo **three**.')).toBe('<h1>A <code>run</code></h1>\n<p>One two <strong>three</strong>.</p>');
  expect(render('1. one\n   - inner\n2. two\n   goes on')).toBe('<ol><li>one<ul><li>inner</li></ul></li><li>two goes on</li></ol>');
  expect(render('| a | b |\n|---|---|\n| `x` | y\\|z |')).toContain('<tr><td><code>x</code></td><td>y|z</td></tr>');
  expect(render('| a | |\n|---|---|\n| x | y |')).toContain('<th>a</th><td></td>');
  expect(render('```\na < b\n```')).toBe('<pre>a &lt; b</pre>');
  expect(headingOf('x\n# A `b` c\n')).toBe('A b c');
});

test('nothing of a text becomes markup, and links lead to our own pages or to https', () => {
  expect(render('<script>alert(1)</script> `<b>`')).toBe('<p>&lt;script&gt;alert(1)&lt;/script&gt; <code>&lt;b&gt;</code></p>');
  expect(render('[a](javascript:alert(1))')).not.toContain('<a');
  expect(render('[start](start.md) [all](../configuration.md)')).toBe(
    '<p><a href="/docs/runbooks/start">start</a> <a href="/docs/guides/configuration">all</a></p>',
  );
  expect([guideLink('guides')('runbooks/README.md'), guideLink('guides')('web.md')]).toEqual(['/docs/runbooks/README', '/docs/guides/web']);
});

test('every link between pages of the documentation leads to one', () => {
  const broken: string[] = [];
  for (const folder of ['runbooks', 'guides'])
    for (const name of guideNames(folder)) {
      const html = renderMarkdown(readGuide(folder, name)!, { link: guideLink(folder) });
      for (const [, to] of html.matchAll(/href="\/docs\/(\w+\/[\w-]+)/g)) {
        const [where, page] = to!.split('/');
        if (readGuide(where!, page!) === null) broken.push(`${folder}/${name} -> ${to}`);
      }
    }
  expect(broken).toEqual([]);
  expect(guideNames('runbooks')).toContain('stuck-runs');
  expect([readGuide('runbooks', '../architecture'), readGuide('runbooks', 'none'), readGuide('elsewhere', 'README')]).toEqual([null, null, null]);
});
