import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { EnvelopeEntry } from './docusign/envelopes.ts';
import type { Endpoint } from './schemas.ts';

export type Attachment = { name: string; mime: string; bytes: number };
export type Mail = {
  id: string;
  at: string;
  from: string;
  to: string;
  messageId: string;
  subject: string;
  preview: string;
  hasHtml: boolean;
  attachments: Attachment[];
};
export type Text = { sid: string; at: string; from: string; to: string; body: string; statusCallback: string | null };
/** What a seller wrote to us. */
export type Inbound = {
  id: string;
  at: string;
  channel: 'email' | 'text';
  from: string;
  to: string;
  body: string;
  subject: string | null;
  by: 'script' | 'person';
};
/** A webhook on its way: what is signed and where it goes. */
export type Delivery = {
  id: string;
  url: string;
  dueAt: number;
  attempts: number;
  content: { kind: 'form'; params: Record<string, string> } | { kind: 'json'; body: string } | { kind: 'connect'; body: string };
};

export type CrmPush = { id: string; at: string; kind: string; data: Record<string, unknown> };

export type Entry =
  | ({ type: 'mail' } & Mail)
  | ({ type: 'text' } & Text)
  | { type: 'text-status'; sid: string; status: string; errorCode: string | null; at: string }
  | ({ type: 'inbound' } & Inbound)
  | ({ type: 'endpoint' } & Endpoint)
  /** A seller's STOP (or START) at the provider, for one pair of numbers. */
  | { type: 'stop'; ours: string; seller: string; on: boolean }
  | { type: 'webhook'; delivery: Delivery }
  | { type: 'webhook-done'; id: string; outcome: string }
  | { type: 'record'; provider: string; requestId: string; at: string }
  /** What was pushed to the CRM; a repeat of an id is counted and changes nothing. */
  | ({ type: 'crm' } & CrmPush)
  | EnvelopeEntry;

/**
 * What arrived, as lines of a file: kept through restarts and kills. Every line, read back or new, goes through `apply`;
 * a half-written last line is cut off.
 */
export function openJournal(folder: string, apply: (entry: Entry) => void): (entry: Entry) => void {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'journal.ndjson');
  if (existsSync(path)) {
    const bytes = readFileSync(path);
    const end = bytes.lastIndexOf(10) + 1;
    if (end < bytes.length) truncateSync(path, end);
    for (const line of bytes.subarray(0, end).toString('utf8').split('\n')) if (line !== '') apply(JSON.parse(line) as Entry);
  }
  return (entry) => {
    appendFileSync(path, `${JSON.stringify(entry)}\n`);
    apply(entry);
  };
}
