/** Contingencies that end by their removal in writing, as the fact `Contingency.Removed` names them; their words for people. */
export const contingencies = {
  loan: 'loan',
  appraisal: 'appraisal',
  investigation: 'investigation',
  'inspection-resolution': 'inspection resolution',
  'seller-documents': "seller's documents",
  title: 'title',
  insurance: 'insurance',
} as const;
export type Contingency = keyof typeof contingencies;
export const contingencyNames = Object.keys(contingencies) as Contingency[];
export const isContingency = (name: unknown): name is Contingency => typeof name === 'string' && Object.hasOwn(contingencies, name);
