import type { Db } from '../db/client.ts';
import type { FileStore } from '../db/files.ts';
import type { CrmPort, EmailPort, ESignature, PropertyDataPort, TextPort } from './providers/ports.ts';

/** Everything activities need from outside, handed in by the worker and by tests. */
export type Deps = {
  db: Db;
  files: FileStore;
  email: EmailPort;
  text: TextPort;
  /** Property and owner data, asked in this order: a second one stands in when the first fails. */
  propertyData: PropertyDataPort[];
  signatures: ESignature;
  /** Where a brokerage's contacts go as they change; the address is the brokerage's own. */
  crm: CrmPort;
  /** Address under which sellers reach us (unsubscribe links), without a trailing slash. */
  publicUrl: string;
};
