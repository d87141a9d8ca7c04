import type { QueryClient } from '@tanstack/react-query';
import type { LiveEvent } from './stream.ts';

/** Which queries are out of date: those whose path starts with `under`, and where `no` or `id` is given, only those of that one. */
export type Touch = { under: string; no?: number | undefined };

/** What changes on screen when a fact happens, by the kind of its event. The first that fits counts; a new area of events gets a line here. */
const table: { on: RegExp; touches: string[] }[] = [
  { on: /^Task\./, touches: ['/v1/needs-me', '/v1/tasks', '/v1/inbound'] },
  {
    on: /^(Settings|Sending)\./,
    touches: ['/v1/settings', '/v1/system', '/v1/me', '/v1/enrolments', '/v1/party-messages', '/v1/personal-messages', '/v1/deliveries'],
  },
  { on: /^Clock\./, touches: ['/v1/clock', '/v1/me'] },
  { on: /^(Person|Key)\./, touches: ['/v1/people', '/v1/keys', '/v1/me', '/v1/sessions'] },
  { on: /^(Calendar|Digest)\./, touches: ['/v1/me'] },
  { on: /^Parked\./, touches: ['/v1/parked', '/v1/system', '/v1/needs-me'] },
  {
    on: /^(Delivery|CrmPush|AgentNotice|DailyDigest)\./,
    touches: ['/v1/deliveries', '/v1/personal-messages', '/v1/conversations', '/v1/contacts', '/v1/tasks'],
  },
  { on: /^(Import|Leads)\./, touches: ['/v1/imports', '/v1/jobs', '/v1/leads'] },
  { on: /^LeadJob\./, touches: ['/v1/lead-jobs', '/v1/leads', '/v1/jobs'] },
  { on: /^(Lead|Lookup)\./, touches: ['/v1/leads', '/v1/jobs'] },
  { on: /^(Contact|Consent)\./, touches: ['/v1/leads', '/v1/contacts', '/v1/conversations'] },
  {
    on: /^(Enrolment|Sequence|Template|Message|Reply)\./,
    touches: [...['/v1/enrolments', '/v1/sequences', '/v1/templates', '/v1/sends', '/v1/conversations', '/v1/contacts'], '/v1/deals/{no}/automation'],
  },
  { on: /^(PersonalMessage|PartyMessage)\./, touches: ['/v1/conversations', '/v1/contacts', '/v1/deliveries', '/v1/party-messages', '/v1/personal-messages'] },
  { on: /^(Envelope|Signature)\./, touches: ['/v1/envelopes'] },
  { on: /^Document\./, touches: ['/v1/documents'] },
];

/** Whatever happens on a deal shows in its file, in the lists of deals, and may have opened or closed a task. */
const ofDeals = ['/v1/deals', '/v1/needs-me', '/v1/tasks'];

export function touchedBy({ type, dealNo, leadNo, subjectKind }: LiveEvent): Touch[] {
  const listed = table.find(({ on }) => on.test(type))?.touches ?? [];
  const touches: Touch[] = listed.map((under) => ({ under }));
  if (dealNo || subjectKind === 'deal' || listed.length === 0)
    touches.push({ under: '/v1/deals/{no}', no: dealNo ?? undefined }, ...ofDeals.map((under) => ({ under })));
  if (leadNo) touches.push({ under: '/v1/leads/{no}', no: leadNo });
  return touches;
}

/** What is addressed by its own id and shown on the page of its deal. */
const shownOnDeals = new Set(['/v1/documents', '/v1/party-messages', '/v1/envelopes', '/v1/enrolments', '/v1/sends']);
const alsoByAct: Record<string, string[]> = {
  '/v1/contacts': ['/v1/conversations'],
  '/v1/consents': ['/v1/contacts'],
  '/v1/personal-messages': ['/v1/contacts', '/v1/conversations'],
  '/v1/lookups': ['/v1/leads/{no}'],
  '/v1/tasks': ['/v1/inbound'],
  '/v1/leads': ['/v1/lead-jobs'],
  '/v1/inbound': ['/v1/contacts', '/v1/conversations'],
};

/** What an act of our own changes, without waiting for the stream to say so. */
export function touchedByAct(path: string, params: unknown): Touch[] {
  const root = `/${path.split('/').slice(1, 3).join('/')}`;
  const no = (params as { no?: number } | undefined)?.no;
  const also = (alsoByAct[root] ?? []).map((under) => ({ under }));
  const ofDeal = shownOnDeals.has(root) ? [{ under: '/v1/deals/{no}' }] : [];
  // What is done on a deal may be done to its documents.
  const ofDocuments = root === '/v1/deals' ? [{ under: '/v1/documents' }] : [];
  return [{ under: root }, { under: `${root}/{no}`, no }, ...ofDeal, ...ofDocuments, { under: '/v1/needs-me' }, { under: '/v1/tasks' }, ...also];
}

/** A list is touched by its path alone; a file only when it is the one meant. */
export function isTouched(key: readonly unknown[], touches: readonly Touch[]): boolean {
  const [path, params] = key as [unknown, { path?: { no?: number } }?];
  if (typeof path !== 'string') return false;
  return touches.some(({ under, no }) => {
    if (path !== under && !path.startsWith(`${under}/`)) return false;
    const ofOne = path.includes('{no}');
    return under.includes('{no}') ? no === undefined || params?.path?.no === no : !ofOne;
  });
}

/** Reads anew what is on screen, marks the rest as out of date. */
export const touch = (queries: QueryClient, touches: readonly Touch[]): Promise<void> =>
  queries.invalidateQueries({ predicate: ({ queryKey }) => isTouched(queryKey, touches) });
