/** What the API answers, as far as the CLI shows it. */
export type Deal = {
  dealNo: number;
  id: string;
  stage: string;
  side: string;
  leadNo: number;
  property: string | null;
  score: number | null;
  hot: boolean;
  waitingFor: string | null;
  waitingSince: string | null;
  dueAt: string | null;
  openedAt: string;
  closedAt: string | null;
  closedReason: string | null;
};
export type Offer = {
  id: string;
  offerNo: number;
  dealNo: number | null;
  status: string;
  terms: string;
  amountCents: number;
  figures: Record<string, number>;
  pdf: string | null;
  requestedAt: string;
  expiresAt?: string | null;
};
export type Accepted = { job: { id: string; location: string } };
export type ImportReport = {
  read: number;
  new: number;
  updated: number;
  unchanged: number;
  merged: number;
  rejected: { total: number; byReason: Record<string, number> };
  rowsPerSecond: number;
};
export type Lead = {
  leadNo: number;
  status: string;
  score: number | null;
  hot: boolean;
  missing: string[];
  address: { line: string | null; unit: string | null; city: string | null; state: string | null; zip: string | null };
  valueCents: number | null;
};
export type Contract = {
  form: string;
  formVersion: string;
  effectiveOn: string;
  priceCents: number;
  status: string;
  amendments?: { amendmentNo: number; reason: string; at: string }[];
};
export type FileDeadline = {
  clock: string;
  title: string;
  actor: string;
  evidence: string | null;
  contingency: string | null;
  status: string;
  state: string;
  extended: { from: { date: string } } | null;
  date: string | null;
  localTime: string | null;
  dueAt: string | null;
  waitsFor: string[];
  byHand: object | null;
  flaggedAt: string | null;
  rule: {
    working: {
      steps: ({ step: string; days?: { date: string; number: number | null; skipped: string | null }[] } & Record<string, unknown>)[];
      clause: { form: string; version: string; paragraph: string; source: string; mark: string };
    };
  } | null;
};
export type WholesaleRequirement = {
  id: string;
  what: string;
  state: string;
  until: string | null;
  why: string;
  nextStep: string | null;
  source: string;
  mark: string;
};
export type Assignment = {
  assignmentNo: number;
  state: string;
  feeCents: number;
  effectiveOn: string;
  law: WholesaleRequirement[];
};
export type Health = {
  health: string;
  open: number;
  nextDueAt: string | null;
  risks: { severity: string; what: string; owner: string; deadline: string | null; nextStep: string }[];
};
export type DealDocument = {
  id: string;
  documentNo: number;
  title: string;
  kind: string | null;
  contractNo: number;
  ofEarlierContract: boolean;
  status: string;
  version: number;
  proposals: { id: string; document: string; score: number; reasons: string[] }[];
  review: { words: string | null } | null;
  uploadedAt: string;
};
export type Envelope = {
  id: string;
  envelopeNo: number;
  dealNo: number;
  status: string;
  subject: string;
  signers: { partyId: string; role: string; routingOrder: number; status: string; at: string | null }[];
  progress: { signed: number; of: number };
  waitingFor: string | null;
  reason: string | null;
  signed: string | null;
  expiresAt: string | null;
  explanation?: string;
};
export type ListingAgreement = {
  agreementNo: number;
  fromOn: string;
  toOn: string;
  commissionBps: number | null;
  commissionCents: number | null;
  listPriceCents: number | null;
  exclusivity: string;
  status: string;
};
export type Showing = {
  showingNo: number;
  at: string;
  local: string;
  zone: string;
  visitor: string;
  status: string;
  feedback: string | null;
  reason: string | null;
};
export type OfferReceived = {
  offerNo: number;
  buyer: string;
  priceCents: number;
  earnestMoneyCents: number | null;
  financing: string;
  closingOn: string | null;
  contingencies: string[];
  status: string;
  backupPosition: number | null;
  expiresAt: string | null;
  waitingFor: string | null;
  rounds: { round: number; by: string; terms: { priceCents: number }; expiresAt: string | null; at: string }[];
};
