import type { Db } from '../db/client.ts';
import type { FileStore } from '../db/files.ts';
import type { EmailPort, ESignature, PropertyDataPort, TextPort } from './providers/ports.ts';

/** Everything activities need from outside, handed in by the worker and by tests. */
export type Deps = {
  db: Db;
  files: FileStore;
  email: EmailPort;
  text: TextPort;
  /** Property and owner data, asked in this order: a second one stands in when the first fails. */
  propertyData: PropertyDataPort[];
  signatures: ESignature;
  /** Address under which sellers reach us (unsubscribe links), without a trailing slash. */
  publicUrl: string;
};
