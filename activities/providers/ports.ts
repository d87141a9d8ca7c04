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
