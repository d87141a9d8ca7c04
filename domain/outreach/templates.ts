import { Liquid, LiquidError } from 'liquidjs';

/** A template as it is stored: compiled once when published, rendered at each send. */
export type CompiledTemplate = { slug: string; channel: 'email' | 'text'; subject: string | null; source: string; compiled: string; plain: string };

/** What a message may speak of. A value that is not known is absent, so that a template that needs it is held and not sent with a gap. */
export type MessageScope = {
  seller: { name?: string; first_name?: string; last_name?: string };
  property: { address?: string; city?: string; state?: string; zip?: string };
  brokerage: { name: string; postal_address: string; phone?: string };
  offer: { number?: number; amount?: string; terms?: string; expires_on?: string };
  unsubscribe_url?: string;
};

export const messageVariables = [
  'seller.name',
  'seller.first_name',
  'seller.last_name',
  'property.address',
  'property.city',
  'property.state',
  'property.zip',
  'brokerage.name',
  'brokerage.postal_address',
  'brokerage.phone',
  'offer.number',
  'offer.amount',
  'offer.terms',
  'offer.expires_on',
  'unsubscribe_url',
] as const;

// Written by marketers: nothing but own values, no files, bounded work. An unknown variable or filter is an error; one
// with a `default`, or asked for in an `if`, may be missing.
const options = {
  strictVariables: true,
  strictFilters: true,
  ownPropertyOnly: true,
  lenientIf: true,
  relativeReference: false,
  templates: {},
  parseLimit: 300_000,
  renderLimit: 500,
  memoryLimit: 2_000_000,
} as const;
const html = new Liquid({ ...options, outputEscape: 'escape' });
const plain = new Liquid(options);

export type Rendered = { kind: 'rendered'; subject: string | null; body: string; plain: string } | { kind: 'blocked'; missing: string[]; message: string };

/** Fills a stored template, or names every variable it lacks. */
export function renderTemplate(template: Pick<CompiledTemplate, 'channel' | 'subject' | 'compiled' | 'plain'>, scope: MessageScope): Rendered {
  const problems: string[] = [];
  const missing = new Set<string>();
  const part = (engine: Liquid, source: string): string => {
    try {
      return engine.parseAndRenderSync(source, scope) as string;
    } catch (error) {
      const name = missingVariable(error);
      if (name) missing.add(name);
      problems.push(error instanceof Error ? error.message.split('\n')[0]! : String(error));
      return '';
    }
  };
  const engine = template.channel === 'email' ? html : plain;
  const subject = template.subject === null ? null : part(plain, template.subject).replaceAll(/\s+/g, ' ').trim();
  const body = part(engine, template.compiled);
  const text = template.channel === 'email' ? part(plain, template.plain).replaceAll(/\n{3,}/g, '\n\n') : '';
  if (problems.length === 0) return { kind: 'rendered', subject, body, plain: text };
  const message = missing.size > 0 ? `there is no value for ${[...missing].join(', ')}` : problems[0]!;
  return { kind: 'blocked', missing: [...missing], message };
}

function missingVariable(error: unknown): string | null {
  const name = LiquidError.is(error) ? (error.originalError as { variableName?: string } | undefined)?.variableName : undefined;
  return name ?? /undefined variable: ([\w.]+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? null;
}

/** The variables a source reads, with their full paths; throws what is wrong with its syntax. */
export function variablesOf(source: string): string[] {
  return plain.globalFullVariablesSync(plain.parse(source));
}
