import { type FocusEvent, type KeyboardEvent, useCallback, useMemo, useState } from 'react';
import type { ReadPage } from '../../../../../domain/closing/contract-reading/page.ts';
import type { Candidate } from '../../../../../domain/closing/contract-reading/read.ts';
import { hasWords, readContract } from '../../../../../domain/closing/contract-reading/read.ts';
import type { Blanks } from '../../../../../domain/compliance/forms/blanks.ts';
import { type Filled, inField } from './filled.ts';

type Given = { source: string | null; form: string; blanks: Blanks; filled: Filled; set: (field: string, value: string | number) => void };
export type Intake = ReturnType<typeof useIntake>;

/** Terms read from a document beside its page. They are proposals: only `take` puts one into its field, and only a person calls it. */
export function useIntake({ source, form, blanks, filled, set }: Given) {
  const [found, setFound] = useState<{ source: string | null; pages: ReadPage[] } | null>(null);
  const pages = found && found.source === source ? found.pages : null;
  const [at, look] = useState<Candidate | null>(null);
  const candidates = useMemo(() => (source && pages ? readContract(pages, form, blanks) : []), [source, pages, form, blanks]);
  const of = (field: string): Candidate[] => candidates.filter((candidate) => candidate.field === field);
  const isTaken = ({ field, value }: Candidate): boolean => inField(filled, field) === value;
  /** Fields that are empty while the document says something of them. */
  const open = [...new Set(candidates.map(({ field }) => field))].filter((field) => isTerm(field) && inField(filled, field) === null);
  const read = useCallback((all: ReadPage[]) => setFound({ source, pages: all }), [source]);
  const place = useMemo(() => (at && candidates.includes(at) ? { page: at.page, box: at.box } : null), [at, candidates]);
  const beside = useMemo(() => ({ read, place }), [read, place]);

  const take = (candidate: Candidate): void => {
    set(candidate.field, candidate.value);
    look(candidate);
  };
  /** The place of a field comes with the focus, that of one of several proposals with its button. */
  const onFocus = ({ target }: FocusEvent): void => {
    const field = fieldOf(target);
    const own = field ? of(field) : [];
    const chosen = own[Number(target.closest<HTMLElement>('[data-proposal]')?.dataset.proposal ?? -1)];
    look(chosen ?? own.find(isTaken) ?? own[0] ?? null);
  };
  /** Enter in a field takes its one proposal and goes to the next; of several, one is chosen by its button. Beside a page it never records. */
  const onKeyDown = (event: KeyboardEvent): void => {
    const field = fieldOf(event.target);
    if (event.key !== 'Enter' || !source || !field || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    const own = of(field);
    if (!open.includes(field) || own.length !== 1) return;
    take(own[0]!);
    focusOn(
      event.currentTarget,
      [...open.slice(open.indexOf(field) + 1), ...open].find((other) => other !== field),
    );
  };
  const state: 'none' | 'reading' | 'no-words' | 'nothing' | 'found' =
    source === null ? 'none' : pages === null ? 'reading' : !hasWords(pages) ? 'no-words' : candidates.length === 0 ? 'nothing' : 'found';
  return { state, at: at && candidates.includes(at) ? at : null, of, open, isTaken, take, look, beside, onFocus, onKeyDown };
}

/** Earnest money and Option Fee are no terms that the contract's record has. */
const isTerm = (field: string): boolean => field === 'effectiveOn' || field === 'priceCents' || field.includes('.');
const fieldOf = (target: EventTarget): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>('[data-field]')?.dataset.field : undefined;
const focusOn = (form: Element, field: string | undefined): void => form.querySelector<HTMLElement>(`[data-field="${field}"] input`)?.focus();
