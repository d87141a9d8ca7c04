import { DomainError } from '../errors.ts';
import { typeable } from './display.ts';
import { letterVariableNames, type OfferInputs } from './letter.ts';
import { inspectText, renderText, type Variables } from './liquid.ts';
import { LetterTemplate } from './schemas.ts';

export type LetterBlock =
  | { kind: 'heading' | 'paragraph'; text: string }
  | { kind: 'notice'; title: string; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'table'; rows: { label: string; text: string }[] }
  | { kind: 'page-break' }
  | { kind: 'signatures' };

/** A letter in words, ready to be set. */
export interface Letter {
  title: string;
  blocks: LetterBlock[];
}

export type Composed = { kind: 'letter'; letter: Letter } | { kind: 'blocked'; missing: string[]; message: string };

/** Fills a template; blocked with every missing variable by its name, or with the fault of the text. */
export function composeLetter(template: LetterTemplate, variables: Variables, { terms, side }: Pick<OfferInputs, 'terms' | 'side'>): Composed {
  const missing = new Set<string>();
  const faults: string[] = [];
  const fill = (source: string): string => {
    const result = renderText(source, variables);
    if ('missing' in result) for (const name of result.missing) missing.add(name);
    if ('fault' in result) faults.push(result.fault);
    const { text, without } = typeable('text' in result ? result.text : '');
    if (without.length > 0) faults.push(`the typeface has no sign for ${without.map((sign) => `"${sign}"`).join(', ')}`);
    return text;
  };
  const applies = (part: { terms?: string[] | undefined; sides?: string[] | undefined }) =>
    (part.terms?.includes(terms) ?? true) && (part.sides?.includes(side) ?? true);
  const blocks = template.sections.filter(applies).map((section): LetterBlock => {
    switch (section.kind) {
      case 'heading':
      case 'paragraph':
        return { kind: section.kind, text: fill(section.text) };
      case 'notice':
        return { kind: 'notice', title: fill(section.title), text: fill(section.text) };
      case 'list':
        return { kind: 'list', items: section.items.filter(applies).map(({ text }) => fill(text)) };
      case 'table':
        return { kind: 'table', rows: section.rows.filter(applies).map(({ label, text }) => ({ label: fill(label), text: fill(text) })) };
      case 'page-break':
      case 'signatures':
        return { kind: section.kind };
      default:
        return section satisfies never;
    }
  });
  const title = fill(template.title);
  if (missing.size > 0) {
    const names = [...missing];
    return {
      kind: 'blocked',
      missing: names,
      message: `The letter needs ${names.join(', ')}, which ${names.length > 1 ? 'are' : 'is'} not known for this offer`,
    };
  }
  if (faults.length > 0) return { kind: 'blocked', missing: [], message: `The letter cannot be written: ${[...new Set(faults)].join('; ')}` };
  // A text that comes out empty was meant for other letters.
  const letter = { title, blocks: blocks.map(withoutEmpty).filter((block) => !isEmpty(block)) };
  return { kind: 'letter', letter };
}

function withoutEmpty(block: LetterBlock): LetterBlock {
  if (block.kind === 'list') return { ...block, items: block.items.filter((text) => text !== '') };
  return block.kind === 'table' ? { ...block, rows: block.rows.filter(({ text }) => text !== '') } : block;
}

function isEmpty(block: LetterBlock): boolean {
  if (block.kind === 'list') return block.items.length === 0;
  if (block.kind === 'table') return block.rows.length === 0;
  return block.kind !== 'page-break' && block.kind !== 'signatures' && block.text === '';
}

export type TemplateFault = { path: string; message: string };

/** All faults of a template at once: its shape, its liquid, variables that no letter has. */
export function checkTemplate(definition: unknown): TemplateFault[] {
  const parsed = LetterTemplate.safeParse(definition);
  if (!parsed.success) return parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  const known = new Set(letterVariableNames);
  const faults: TemplateFault[] = [];
  for (const [path, text] of textsOf(parsed.data)) {
    const found = inspectText(text);
    if ('fault' in found) faults.push({ path, message: found.fault });
    else for (const name of found.variables) if (!known.has(name)) faults.push({ path, message: `No letter has a variable "${name}".` });
  }
  if (!parsed.data.sections.some(({ kind }) => kind === 'signatures'))
    faults.push({ path: 'sections', message: 'A letter of intent is signed: one section must be of kind signatures.' });
  return faults;
}

/** The template, or a refusal that lists all its faults. */
export function parseTemplate(definition: unknown): LetterTemplate {
  const faults = checkTemplate(definition);
  if (faults.length === 0) return LetterTemplate.parse(definition);
  throw new DomainError(
    'template-faulty',
    `The template has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}: ${faults.map(({ path, message }) => `${path}: ${message}`).join('; ')}`,
    {
      nextStep: `Mend the faults listed in details. Variables are: ${letterVariableNames.join(', ')}.`,
      details: { faults },
    },
  );
}

function* textsOf({ title, sections }: LetterTemplate): Generator<[string, string]> {
  yield ['title', title];
  for (const [index, section] of sections.entries()) {
    const path = `sections.${index}`;
    if ('text' in section) yield [`${path}.text`, section.text];
    if ('title' in section) yield [`${path}.title`, section.title];
    if ('items' in section) for (const [item, { text }] of section.items.entries()) yield [`${path}.items.${item}.text`, text];
    if ('rows' in section)
      for (const [row, { label, text }] of section.rows.entries()) {
        yield [`${path}.rows.${row}.label`, label];
        yield [`${path}.rows.${row}.text`, text];
      }
  }
}
