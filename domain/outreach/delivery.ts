import type { Subject } from '../events/envelope.ts';

/** Whose lock a delivery is changed under: its deal's, its contact's, or the brokerage's. */
export function deliverySubject(brokerageId: string, { dealId, contactId }: { dealId: string | null; contactId: string | null }): Subject {
  if (dealId) return { kind: 'deal', id: dealId };
  return contactId ? { kind: 'contact', id: contactId } : { kind: 'brokerage', id: brokerageId };
}

/** Under whose lock a send is changed: its lead's; without one its deal's, else the brokerage's. */
export function sendSubject(send: { brokerageId: string; leadId: string | null; dealId: string | null }): Subject {
  return send.leadId ? { kind: 'lead', id: send.leadId } : deliverySubject(send.brokerageId, { dealId: send.dealId, contactId: null });
}

export type SignedNotice = { dealNo: number; property: string; person: string; what: string; envelopeNo: number; version: number; documentNo: number };

/** What an agent is told of a document that all have signed. */
export function signedNotice({ dealNo, property, person, what, envelopeNo, version, documentNo }: SignedNotice): { subject: string; body: string } {
  return {
    subject: `Deal ${dealNo}: ${what} is signed by all`.slice(0, 200),
    body: `Hello ${person},

${what} for ${property} (deal ${dealNo}, envelope ${envelopeNo}) is signed by everybody. The signed PDF is filed as version ${version} of document ${documentNo}, and the checklist and the deadlines have been told by themselves.

This message comes from Keyturn. A broker can turn it off in the settings (signatureNotices).`,
  };
}
