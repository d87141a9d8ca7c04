/** The sample brokerage; nobody of it exists. */
export const brokerage = {
  slug: 'cumberland',
  name: 'Cumberland Homes',
  zone: 'America/Chicago',
  postalAddress: '418 Larkhollow Drive, Nashville, TN 37206',
  phone: '+16155550100',
};

/** One person in each role, each with somebody who stands in. The first one's key is what the CLI uses; the coordinator reads the digest of the day. */
export const people = [
  { name: 'Dana Whitfield', email: 'dana@cumberland.example', role: 'broker', standIn: 'coordinator' },
  { name: 'Marcus Bell', email: 'marcus@cumberland.example', role: 'coordinator', standIn: 'broker', digest: true },
  { name: 'Priya Raman', email: 'priya@cumberland.example', role: 'marketer', standIn: 'coordinator' },
  { name: 'Tom Okafor', email: 'tom@cumberland.example', role: 'agent', standIn: 'coordinator' },
  { name: 'Lena Fuchs', email: 'lena@cumberland.example', role: 'engineer', standIn: 'broker' },
  { name: 'Ruth Amsel', email: 'ruth@cumberland.example', role: 'auditor', standIn: 'broker' },
] as const;

/** Where its messages come from and answers arrive. */
export const senders = [
  { provider: 'twilio', address: '+16155550100' },
  { provider: 'email', address: 'offers@cumberland.example' },
] as const;

/** 70 % of the value after repair, less repairs and an assignment fee of $10,000. */
export const offerFormula = { id: 'standard', formula: 'mao-percent', ruleBps: 7000, assignmentFeeCents: 1_000_000, roundToCents: 50_000 };
