import { randomUUID } from 'node:crypto';
import type { CallOptions } from '../test/api.ts';
import type { Described, JsonSchema } from './operations.fixture.ts';
import { addressOf, type OperationSample } from './operations.samples.ts';

export type Attempt = { what: string; path: string; options: CallOptions };

/** Texts that break parsers, encoders, databases and pages. */
const badTexts = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '%00',
  '../../etc/passwd',
  "'; drop table deals; --",
  '{{7*7}}',
  '<script>',
  '٣',
  'x'.repeat(5000),
  'NaN',
  '-1',
  '1e999',
  '99999999999999999999',
  randomUUID().slice(1),
];
const badValues: unknown[] = [
  null,
  true,
  -1,
  0.5,
  1e308,
  Number.MAX_SAFE_INTEGER,
  99_999_999_999_999,
  '',
  '\u0000',
  'x\ud800',
  'x'.repeat(20_000),
  [],
  [null],
  {},
  { $gt: '' },
  [[[[]]]],
];
const badBodies: [string, string][] = [
  ['no JSON', '{"a":'],
  ['empty', ''],
  ['a bare word', 'undefined'],
  ['null', 'null'],
  ['a list', '[]'],
  ['a text', '"x"'],
  ['a number', '1e999'],
  ['a deep nest', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
  ['a deep object', `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`],
  ['a polluted prototype', '{"__proto__":{"admin":true},"constructor":{"prototype":{"x":1}}}'],
  ['a doubled member', '{"a":1,"a":2}'],
  ['bytes that are no UTF-8', 'ÿþ{}'],
];
const typeOf = (operation: Described): string => operation.body?.type ?? 'application/json';

/** Malformed calls of one operation, made from what the document says about it and a call that works. */
export function malformedCalls(operation: Described, sample: OperationSample): Attempt[] {
  const good = addressOf(operation.path, sample);
  const attempts: Attempt[] = [];
  const add = (what: string, path: string, options: CallOptions = {}): void => {
    attempts.push({ what, path, options: { body: sample.body, ...sample.upload, ...options } });
  };
  for (const { name, in: place } of operation.parameters)
    for (const text of badTexts) {
      if (place === 'path' && text !== '')
        add(
          `path ${name} = ${text.slice(0, 20)}`,
          addressOf(operation.path, { ...sample, params: { ...sample.params, [name]: text.replaceAll('\ud800', '�') } }),
        );
      if (place === 'query') add(`query ${name} = ${text.slice(0, 20)}`, addressOf(operation.path, { ...sample, query: { ...sample.query, [name]: text } }));
    }
  if (operation.parameters.some(({ in: place }) => place === 'query'))
    add('a doubled query value', `${good}${good.includes('?') ? '&' : '?'}limit=1&limit=2&cursor=a&cursor=b`);
  add('a broken percent code', `${good}/%E0%A4%A`);
  if (!operation.body) return attempts;
  for (const [what, raw] of badBodies) add(`body: ${what}`, good, { body: undefined, raw, headers: { 'content-type': typeOf(operation) } });
  add('body of another type', good, { body: undefined, raw: '<a/>', headers: { 'content-type': 'text/xml' } });
  add('body without a type', good, { body: undefined, raw: '{}', headers: { 'content-type': '' } });
  add('a body announced as too large', good, { headers: { 'content-length': '99999999999' } });
  add('a body without length', good, { headers: { 'transfer-encoding': 'chunked' } });
  if (typeOf(operation) !== 'application/json' || typeof sample.body !== 'object' || sample.body === null) return attempts;
  add('an unknown member', good, { body: { ...sample.body, surelyUnknown: 1 } });
  for (const name of new Set([...Object.keys(propertiesOf(operation.body.schema)), ...Object.keys(sample.body)])) {
    for (const value of badValues) add(`body.${name} = ${JSON.stringify(value)?.slice(0, 20)}`, good, { body: { ...sample.body, [name]: value } });
    const { [name]: _, ...without } = sample.body as Record<string, unknown>;
    add(`body without ${name}`, good, { body: without });
  }
  return attempts;
}

const propertiesOf = (schema: JsonSchema): Record<string, JsonSchema> => ({
  ...schema.properties,
  ...Object.assign({}, ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].map(propertiesOf)),
});
