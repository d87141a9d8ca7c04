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

export type Given = { role: PartyRole } & ({ contactId: string } | { name: string; email?: string | undefined; phone?: string | undefined });
export type PartyWish = { role: PartyRole; contactId?: string | undefined; name?: string | undefined; email?: string | undefined; phone?: string | undefined };

/** A party as somebody entered it: a contact we know, or a name with addresses. */
export const givenParty = ({ role, contactId, name, email, phone }: PartyWish): Given =>
  contactId === undefined ? { role, name: name ?? '', email, phone } : { role, contactId };
