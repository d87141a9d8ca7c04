import { renderText, type Variables } from '../offers/liquid.ts';

/** A message to a party, as data: what it is for, and its words with variables. */
export interface PartyTemplate {
  title: string;
  subject: string;
  body: string;
}

const closing = `

If you have a question, answer this message.

{{ brokerage.name }}
{{ brokerage.postal_address }}`;

/** One more message is one more entry, and whoever causes it. */
export const partyTemplates = {
  'deadline-reminder': {
    title: 'A deadline of the party comes near',
    subject: '{{ property }}: {{ deadline.title }} by {{ deadline.when }}',
    body: `Hello {{ party.name }},

for {{ property }} this is due from you by {{ deadline.when }}: {{ deadline.title }}.
We have not recorded it yet. If it is done, please send us the proof.${closing}`,
  },
  'deadline-moved': {
    title: 'A deadline of the party has moved',
    subject: '{{ property }}: new date for {{ deadline.title }}',
    body: `Hello {{ party.name }},

a date for {{ property }} has moved. {{ deadline.title }} was due by {{ deadline.before }} and is now due by {{ deadline.when }}.${closing}`,
  },
  'document-accepted': {
    title: 'A document is complete',
    subject: '{{ property }}: {{ document.title }} is complete',
    body: `Hello {{ party.name }},

we have looked through this document for {{ property }} and it is complete: {{ document.title }}. Nothing more is needed from you for it.${closing}`,
  },
  'document-rejected': {
    title: 'A document has to be sent again',
    subject: '{{ property }}: please send {{ document.title }} again',
    body: `Hello {{ party.name }},

we cannot use this document for {{ property }} as it is: {{ document.title }}.
{{ document.reason }}. Please mend it and send it again.${closing}`,
  },
} as const satisfies Record<string, PartyTemplate>;

export type PartyTemplateName = keyof typeof partyTemplates;
export const partyTemplateNames = Object.keys(partyTemplates) as [PartyTemplateName, ...PartyTemplateName[]];

export type PartyWords = { subject: string; body: string };

/** The words for one party. What a template asks for is always there: a gap is a fault of ours. */
export function renderPartyMessage(name: PartyTemplateName, variables: Variables): PartyWords {
  const part = (source: string): string => {
    const rendered = renderText(source, variables);
    if ('text' in rendered) return rendered.text;
    throw new Error(`template "${name}": ${'missing' in rendered ? `nothing for ${rendered.missing.join(', ')}` : rendered.fault}`);
  };
  const { subject, body } = partyTemplates[name];
  return { subject: part(subject).replace(/\s+/g, ' ').slice(0, 200), body: part(body) };
}

const letters: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The same words as a web page: escaped, a paragraph for each. */
export const htmlOf = (body: string): string =>
  body
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replace(/[&<>"]/g, (letter) => letters[letter]!).replaceAll('\n', '<br>')}</p>`)
    .join('\n');
