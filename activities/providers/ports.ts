import type { EnvelopeReport } from '../../domain/closing/envelope.ts';

/**
 * What a send came to. `refused` is definite: the provider took nothing; `permanent` says that this address will never
 * take anything (suppress it), otherwise the refusal is about this message or our account.
 *
 * Thrown instead: `OutcomeUnknown` (`client.ts`) when the provider may have acted: the claim stays and is reported as
 * unknown. Every other failure means that nothing was sent: release the claim and throw it on, it carries its own delay.
 */
export type SendOutcome = { kind: 'accepted'; providerId: string } | { kind: 'refused'; code: string; message: string; permanent: boolean };

export type EmailMessage = {
  /** The ledger's key: becomes the Message-ID, so that a copy can be recognised. */
  key: string;
  fromName: string;
  from: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  attachments: { name: string; mime: string; bytes: Uint8Array }[];
};
export type EmailPort = { name: string; send(message: EmailMessage): Promise<SendOutcome> };

export type TextMessage = { key: string; from: string; to: string; body: string; statusCallback: string };
export type TextPort = { name: string; send(message: TextMessage): Promise<SendOutcome> };

export type CrmContact = {
  id: string;
  name: string;
  emails: string[];
  phones: string[];
  zone: string | null;
  /** Open deals it takes part in. */
  deals: { dealNo: number; role: string }[];
  /** What changed: name, email, phone, statedZone. */
  changed: string[];
};
/** Where a brokerage's CRM takes what changes. Only an instance on its own machine may push into a private network. */
export type CrmTarget = { url: string; secret: string; allowPrivate: boolean };
export type CrmOutcome = { kind: 'accepted' } | { kind: 'refused'; code: string; message: string };
/** `key` stays the same on every repeat, so that a push whose answer was lost may be repeated. */
export type CrmPort = {
  name: string;
  upsertContact(target: CrmTarget, push: { key: string; at: string; contact: CrmContact }): Promise<CrmOutcome>;
  /** A first word, by which a brokerage sees that address and secret are right. */
  ping(target: CrmTarget, push: { key: string; at: string }): Promise<CrmOutcome>;
};

export type PropertyQuestion = {
  key: string;
  parcelNumber: string | null;
  county: string | null;
  line: string | null;
  unit: string | null;
  city: string | null;
  state: string | null;
  zip: string | null;
  owner: string | null;
};
/** Fields a provider does not know are null. */
export type PropertyAnswer = {
  sandbox: boolean;
  costCents: number;
  property: {
    livingSqft: number | null;
    yearBuilt: number | null;
    bedrooms: number | null;
    valueCents: number | null;
    liensCents: number | null;
    repairsCents: number | null;
    listPriceCents: number | null;
    originalListPriceCents: number | null;
    listedOn: string | null;
    signals: { kind: string; on: string | null }[];
  } | null;
  people: { name: string; phones: { number: string; lineType: 'mobile' | 'landline' | 'voip' | null }[]; emails: string[] }[];
};
/** `lookUp` answers null when the provider has no such record. A record is billed when it is answered, so it throws `OutcomeUnknown` too. */
export type PropertyDataPort = { name: string; lookUp(question: PropertyQuestion): Promise<PropertyAnswer | null> };

export type SignatureRequest = {
  /** Ours, at most 100 characters: an envelope that carries it is found again instead of being sent twice. */
  key: string;
  subject: string;
  message: string | null;
  /** PDF files, shown in this order. */
  documents: { name: string; bytes: Uint8Array }[];
  /** `recipientId` is ours, a whole number as text; the same `routingOrder` signs side by side, a higher one afterwards. */
  signers: {
    recipientId: string;
    name: string;
    email: string;
    routingOrder: number;
    /** Placed wherever the words of the anchor stand in a document. */
    tabs: { kind: 'signature' | 'initials' | 'date'; anchor: string }[];
  }[];
  /** Where the provider reports what happens; null leaves that to the account's own settings. */
  statusCallback: string | null;
};
export type EnvelopeSnapshot = EnvelopeReport & { key: string | null };
export type SignatureOutcome = { kind: 'accepted'; envelopeId: string; existed: boolean } | { kind: 'refused'; code: string; message: string };
/** `closed`: it had ended otherwise before. */
export type VoidOutcome = { kind: 'voided' } | { kind: 'closed'; report: EnvelopeSnapshot } | { kind: 'refused'; code: string; message: string };

/** `signed`: this signer has acted already, and nothing is left to correct. */
export type CorrectOutcome = { kind: 'corrected'; existed: boolean } | { kind: 'signed' } | { kind: 'refused'; code: string; message: string };

/** Signatures of people. What reports and look-ups say goes through `afterReport` (`domain/closing/envelope.ts`). */
export type ESignature = {
  name: string;
  /** Looks for an envelope with this key first, so it may be called again; `OutcomeUnknown` as with every send: settle it by `state({ key })`. */
  send(request: SignatureRequest): Promise<SignatureOutcome>;
  state(which: { envelopeId: string } | { key: string }): Promise<EnvelopeSnapshot | null>;
  /**
   * All whose status changed at the provider from `since` on, null for all of the last 90 days; some come twice. Keep
   * `through` and give it back next time: it is the provider's clock, never the business clock.
   */
  changedSince(since: string | null): Promise<{ envelopes: EnvelopeSnapshot[]; through: string | null }>;
  /** Ends an envelope that is out for signature; calling it again changes nothing. */
  void(envelopeId: string, reason: string): Promise<VoidOutcome>;
  /** Another name or address for a signer who has not signed. Looks first: what the provider has already is not sent to it, or to the signer, again. */
  correct(envelopeId: string, signer: { recipientId: string; name: string; email: string }): Promise<CorrectOutcome>;
  /** All documents as one PDF, with the signatures there are so far: ask after `completed`. */
  signedPdf(envelopeId: string): Promise<Uint8Array>;
};
