export const partyRoles = ['buyer', 'seller', 'buyer-agent', 'listing-agent', 'lender', 'title', 'escrow', 'inspector', 'attorney', 'assignee'] as const;
export type PartyRole = (typeof partyRoles)[number];

/** The parties whom a clock's actor stands for; who belongs to the brokerage gets tasks, not messages. */
export const partiesOfActor: Record<string, readonly PartyRole[]> = {
  buyer: ['buyer'],
  seller: ['seller'],
  lender: ['lender'],
  title: ['title', 'escrow'],
  agent: ['buyer-agent', 'listing-agent'],
};

/** The parties from whom the law wants a document. */
export const partiesOfSource: Record<string, readonly PartyRole[]> = {
  seller: ['seller'],
  'buyer-broker': ['buyer-agent'],
  lender: ['lender'],
  'settlement-agent': ['title', 'escrow'],
};
