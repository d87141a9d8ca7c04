/** Kinds of entries of the timeline; apart, so that the route does not bring the tab's code. */
export const kinds = ['deadlines', 'facts', 'deal', 'documents', 'messages', 'offers', 'people'] as const;
export type Kind = (typeof kinds)[number];
export const kindNames: Record<Kind, string> = {
  deadlines: 'Deadlines',
  facts: 'Facts',
  deal: 'Contract and stages',
  documents: 'Documents and signatures',
  messages: 'Messages',
  offers: 'Offers and showings',
  people: 'People and tasks',
};
