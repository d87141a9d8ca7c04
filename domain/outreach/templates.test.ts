import { describe, expect, it } from 'vitest';
import { defaultTemplates } from './default-sequence.ts';
import { compileTemplate } from './templates.compile.ts';
import { type MessageScope, messageVariables, renderTemplate } from './templates.ts';

const scope: MessageScope = {
  seller: { first_name: 'Ann', name: 'Ann <b>Walker</b>' },
  property: { address: '1208 Fairwin Ave' },
  brokerage: { name: 'Keyturn', postal_address: '1 Main St' },
  offer: { amount: '$212,000', terms: 'cash' },
  unsubscribe_url: 'https://keyturn.example/u/abc',
};
const footer = '<mj-text>{{ brokerage.postal_address }} <a href="{{ unsubscribe_url }}">Unsubscribe</a></mj-text>';
const email = (inner: string, subject = 'Offer') =>
  compileTemplate({
    channel: 'email',
    slug: 't',
    subject,
    source: `<mjml><mj-body><mj-section><mj-column>${inner}${footer}</mj-column></mj-section></mj-body></mjml>`,
  });
const text = (source: string) => compileTemplate({ channel: 'text', slug: 't', source });
const faultsOf = async (compilation: ReturnType<typeof text>) => {
  const found = await compilation;
  return found.ok ? [] : found.faults.map(({ code, message }) => `${code}: ${message}`);
};
const render = async (compilation: ReturnType<typeof text>, given: MessageScope = scope) => {
  const found = await compilation;
  if (!found.ok) throw new Error(JSON.stringify(found.faults));
  return renderTemplate(found.template, given);
};

describe('publishing a template', () => {
  it.each(defaultTemplates)('takes the shipped $slug', async (template) => expect(await faultsOf(compileTemplate(template))).toEqual([]));
  it('refuses an e-mail without postal address and unsubscribe link', async () => {
    expect(await faultsOf(compileTemplate({ channel: 'email', slug: 't', subject: 's', source: '<mjml><mj-body></mj-body></mjml>' }))).toEqual([
      'missing-variable: Every e-mail must contain {{ brokerage.postal_address }}.',
      'missing-variable: Every e-mail must contain {{ unsubscribe_url }}.',
    ]);
  });
  it('names every unknown variable at once', async () => {
    const faults = await faultsOf(text('{{ seller.shoe }} {% if offer.nope %}x{% endif %} {{ unknown }}'));
    expect(faults.map((fault) => /"([^"]+)"/.exec(fault)?.[1])).toEqual(['seller.shoe', 'offer.nope', 'unknown']);
  });
  it('refuses liquid that mjml would drop, unknown elements, and reads no files', async () => {
    expect((await faultsOf(email('{% if offer.amount %}<mj-text>x</mj-text>{% endif %}'))).join()).toContain('mjml leaves out {% if offer.amount %}');
    expect((await faultsOf(email('<mj-fancy />'))).join()).toContain('mj-fancy');
    expect(JSON.stringify(await email('<mj-include path="/etc/passwd" type="html" />'))).not.toContain('root:');
  });
  it.each([['{{ seller.first_name'], ['{% if x %}'], ['{{ seller.first_name | shout }}']])('refuses %s in words', async (source) =>
    expect((await faultsOf(text(source))).length).toBeGreaterThan(0),
  );
});

describe('rendering', () => {
  it('escapes values in html, not in the plain part, the subject or a text', async () => {
    const rendered = await render(email('<mj-text>{{ seller.name }}</mj-text>', 'For {{ seller.name }}'));
    expect(rendered).toMatchObject({
      kind: 'rendered',
      subject: 'For Ann <b>Walker</b>',
      plain: 'Ann <b>Walker</b>\n\n1 Main St Unsubscribe (https://keyturn.example/u/abc)',
    });
    expect(rendered.kind === 'rendered' && rendered.body).toContain('Ann &lt;b&gt;Walker&lt;/b&gt;');
    expect(await render(text('Hi {{ seller.name }}'))).toMatchObject({ body: 'Hi Ann <b>Walker</b>' });
  });
  it('a missing value blocks with its name; a default or a condition does not', async () => {
    const bare: MessageScope = { ...scope, seller: {}, offer: {} };
    expect(await render(text('Hi {{ seller.first_name }}'), bare)).toEqual({
      kind: 'blocked',
      missing: ['seller.first_name'],
      message: 'there is no value for seller.first_name',
    });
    expect(await render(text('Hi {{ seller.first_name | default: "there" }}{% if offer.amount %}!{% endif %}'), bare)).toMatchObject({
      kind: 'rendered',
      body: 'Hi there',
    });
    expect(await render(email('<mj-text>{{ offer.amount }}</mj-text>', 'For {{ seller.first_name }}'), bare)).toMatchObject({
      kind: 'blocked',
      missing: ['seller.first_name', 'offer.amount'],
    });
  });
  it('a subject stays one line', async () => expect(await render(email('', 'a\r\n{{ seller.first_name }}\tb'))).toMatchObject({ subject: 'a Ann b' }));
  it('reaches nothing but own values', async () => {
    for (const source of ['{{ seller.constructor.name }}', '{{ seller.__proto__ }}']) expect((await faultsOf(text(source))).length).toBeGreaterThan(0);
  });
  it('knows every variable it lists', async () => {
    const full: MessageScope = {
      seller: { name: 'n', first_name: 'f', last_name: 'l' },
      property: { address: 'a', city: 'c', state: 's', zip: 'z' },
      brokerage: { name: 'n', postal_address: 'p', phone: 'p' },
      offer: { number: 1, amount: 'a', terms: 't', expires_on: 'e' },
      unsubscribe_url: 'u',
    };
    expect(await render(text(messageVariables.map((name) => `{{ ${name} }}`).join(' ')), full)).toMatchObject({ kind: 'rendered' });
  });
});
