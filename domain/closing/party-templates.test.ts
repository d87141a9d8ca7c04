import { expect, test } from 'vitest';
import { htmlOf, partyTemplateNames, renderPartyMessage } from './party-templates.ts';

const variables = {
  property: '12 Oak St, Austin',
  brokerage: { name: 'Acme', postal_address: '1 Main St' },
  party: { name: 'Ann Walker' },
  deadline: { title: 'Option fee', when: 'Mon 7 Dec 17:00', before: 'Fri 4 Dec 17:00', zone: 'America/Chicago' },
  document: { title: 'the survey', reason: 'Pages are missing' },
};

test.each(partyTemplateNames)('%s says which property, to whom, and from whom', (name) => {
  const { subject, body } = renderPartyMessage(name, variables);
  for (const text of [variables.property, 'Ann Walker', 'Acme', '1 Main St']) expect(`${subject}\n${body}`).toContain(text);
  expect(`${subject}${body}`).not.toMatch(/\{\{|\}\}/);
});

test('a template that lacks a value is a fault, never a message with a gap', () =>
  expect(() => renderPartyMessage('deadline-moved', { ...variables, deadline: { title: 'x', when: 'y', zone: 'z' } })).toThrow('deadline.before'));

test('words of people are escaped in the page', () => expect(htmlOf('a <b> & "c"\nd\n\ne')).toBe('<p>a &lt;b&gt; &amp; &quot;c&quot;<br>d</p>\n<p>e</p>'));
