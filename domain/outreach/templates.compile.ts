import mjml2html from 'mjml';
import type { Fault } from './faults.ts';
import type { PublishTemplate } from './schemas.ts';
import { type CompiledTemplate, messageVariables, variablesOf } from './templates.ts';

export type Compilation = { ok: true; template: CompiledTemplate } | { ok: false; faults: Fault[] };

/** What every e-mail must say (CAN-SPAM): where we are, and how to hear no more. */
const required = ['brokerage.postal_address', 'unsubscribe_url'];

/** Compiles a template when it is published, so that no send waits for mjml. Every fault is reported at once. */
export async function compileTemplate(input: PublishTemplate): Promise<Compilation> {
  const faults: Fault[] = [];
  const read = [...variables(input.source, faults), ...(input.channel === 'email' ? variables(input.subject, faults) : [])];
  for (const name of new Set(read))
    if (!isKnown(name)) faults.push(fault('unknown-variable', `There is no variable "${name}"; known are ${messageVariables.join(', ')}.`));
  if (input.channel === 'text') {
    const template = { slug: input.slug, channel: 'text', subject: null, source: input.source, compiled: input.source, plain: '' } as const;
    return faults.length > 0 ? { ok: false, faults } : { ok: true, template };
  }
  for (const name of required) if (!read.includes(name)) faults.push(fault('missing-variable', `Every e-mail must contain {{ ${name} }}.`));
  const compiled = await compileMjml(input.source, faults);
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, template: { slug: input.slug, channel: 'email', subject: input.subject, source: input.source, compiled, plain: plainText(compiled) } };
}

const fault = (code: Fault['code'], message: string): Fault => ({ code, step: null, message });
const isKnown = (name: string): boolean => (messageVariables as readonly string[]).includes(name);

function variables(source: string, faults: Fault[]): string[] {
  try {
    return variablesOf(source);
  } catch (error) {
    faults.push(fault('bad-template', error instanceof Error ? error.message.split('\n')[0]! : String(error)));
    return [];
  }
}

async function compileMjml(source: string, faults: Fault[]): Promise<string> {
  try {
    // Includes would read files of this machine.
    const { html, errors } = await mjml2html(source, { validationLevel: 'soft', ignoreIncludes: true });
    for (const lost of liquidIn(source).filter((part) => !html.includes(part)))
      faults.push(fault('bad-template', `mjml leaves out ${lost} where it stands: put it into a text, or into <mj-raw>.`));
    for (const { line, tagName, message } of errors) faults.push(fault('bad-template', `Line ${line} (${tagName}): ${message}`));
    return html;
  } catch (error) {
    faults.push(fault('bad-template', error instanceof Error ? error.message : String(error)));
    return '';
  }
}

const liquidIn = (source: string): string[] => [...new Set(source.match(/\{[{%][\s\S]*?[%}]\}/g))];

const entities: Record<string, string> = { '&nbsp;': ' ', '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

/** The text of an e-mail's html, with the addresses of its links; liquid stays in place. */
function plainText(html: string): string {
  return html
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll(/<(head|style|script)\b[\s\S]*?<\/\1>/gi, '')
    .replaceAll(/<a\b[^>]*\bhref="([^"#]+)"[^>]*>([\s\S]*?)<\/a>/gi, '$2 ($1)')
    .replaceAll(/<(br|\/p|\/div|\/tr|\/h[1-6]|\/li)\b[^>]*>/gi, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/&(nbsp|amp|lt|gt|quot|#39);/g, (entity) => entities[entity]!)
    .split('\n')
    .map((line) => line.replaceAll(/[ \t\u00a0]+/g, ' ').trim())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
