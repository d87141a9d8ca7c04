import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEnvelopes, type Envelopes } from './docusign/envelopes.ts';
import { type CrmPush, type Delivery, type Entry, type Inbound, type Mail, openJournal, type Text } from './journal.ts';
import type { Endpoint } from './schemas.ts';

export type TextState = Text & { status: string; errorCode: string | null; updatedAt: string };
export type Item = { kind: 'mail'; item: Mail } | { kind: 'text'; item: TextState } | { kind: 'inbound'; item: Inbound };

/** Everything the sandbox knows, in memory, with each change in the journal first. */
export type Store = {
  add(entry: Entry): void;
  mails: ReadonlyMap<string, Mail>;
  texts: ReadonlyMap<string, TextState>;
  inbounds: readonly Inbound[];
  /** All that passed, oldest first. */
  passed: readonly Item[];
  deliveries: ReadonlyMap<string, Delivery>;
  /** How webhooks ended: `delivered`, `lost`, or `refused <status>`. */
  outcomes: ReadonlyMap<string, number>;
  records: ReadonlyMap<string, number>;
  envelopes: Envelopes;
  /** What was pushed to the CRM, by its id, oldest first. */
  crm: ReadonlyMap<string, CrmPush & { times: number }>;
  endpoint(provider: Endpoint['provider'], address: string): Endpoint | undefined;
  endpoints(): Endpoint[];
  stopped(ours: string, seller: string): boolean;
  /** Messages of ours to this address so far. */
  countTo(address: string): number;
  saveSource(id: string, source: Uint8Array): void;
  source(id: string): Buffer;
  /** The nth file of an envelope. */
  saveDocument(envelopeId: string, at: number, bytes: Uint8Array): void;
  document(envelopeId: string, at: number): Buffer;
};

const keyOf = (provider: string, address: string): string => `${provider} ${address.toLowerCase()}`;

export function openStore(folder: string): Store {
  const mails = new Map<string, Mail>();
  const texts = new Map<string, TextState>();
  const inbounds: Inbound[] = [];
  const passed: Item[] = [];
  const deliveries = new Map<string, Delivery>();
  const outcomes = new Map<string, number>();
  const records = new Map<string, number>();
  const endpoints = new Map<string, Endpoint>();
  const envelopes = createEnvelopes();
  const crm = new Map<string, CrmPush & { times: number }>();
  const stops = new Set<string>();
  const counts = new Map<string, number>();
  const count = (map: Map<string, number>, key: string): unknown => map.set(key, (map.get(key) ?? 0) + 1);

  const apply = (entry: Entry): void => {
    switch (entry.type) {
      case 'mail':
        mails.set(entry.id, entry);
        passed.push({ kind: 'mail', item: entry });
        count(counts, entry.to.toLowerCase());
        return;
      case 'text': {
        const state: TextState = { ...entry, status: 'queued', errorCode: null, updatedAt: entry.at };
        texts.set(entry.sid, state);
        passed.push({ kind: 'text', item: state });
        count(counts, entry.to);
        return;
      }
      case 'text-status': {
        const text = texts.get(entry.sid);
        if (text) Object.assign(text, { status: entry.status, errorCode: entry.errorCode, updatedAt: entry.at });
        return;
      }
      case 'inbound':
        inbounds.push(entry);
        passed.push({ kind: 'inbound', item: entry });
        return;
      case 'endpoint':
        endpoints.set(keyOf(entry.provider, entry.address), { provider: entry.provider, address: entry.address, url: entry.url });
        return;
      case 'stop':
        if (entry.on) stops.add(`${entry.ours} ${entry.seller}`);
        else stops.delete(`${entry.ours} ${entry.seller}`);
        return;
      case 'webhook':
        deliveries.set(entry.delivery.id, entry.delivery);
        return;
      case 'webhook-done':
        deliveries.delete(entry.id);
        count(outcomes, entry.outcome);
        return;
      case 'record':
        count(records, keyOf(entry.provider, entry.requestId));
        return;
      case 'crm':
        if (!crm.has(entry.id)) crm.set(entry.id, { ...entry, times: 0 });
        crm.get(entry.id)!.times++;
        return;
      case 'envelope':
      case 'envelope-steps':
      case 'envelope-signer':
      case 'business-clock':
        envelopes.apply(entry);
        return;
      default:
        entry satisfies never;
    }
  };

  const sources = join(folder, 'mail');
  const documents = join(folder, 'envelopes');
  for (const path of [sources, documents]) mkdirSync(path, { recursive: true });
  return {
    add: openJournal(folder, apply),
    mails,
    texts,
    inbounds,
    passed,
    deliveries,
    outcomes,
    records,
    envelopes,
    crm,
    endpoint: (provider, address) => endpoints.get(keyOf(provider, address)),
    endpoints: () => [...endpoints.values()],
    stopped: (ours, seller) => stops.has(`${ours} ${seller}`),
    countTo: (address) => counts.get(address.toLowerCase()) ?? 0,
    saveSource: (id, source) => writeFileSync(join(sources, `${id}.eml`), source),
    source: (id) => readFileSync(join(sources, `${id}.eml`)),
    saveDocument: (envelopeId, at, bytes) => writeFileSync(join(documents, `${envelopeId}-${at}.pdf`), bytes),
    document: (envelopeId, at) => readFileSync(join(documents, `${envelopeId}-${at}.pdf`)),
  };
}
