/** An address with all that decides whether it may be used, on the channels sms, call and email. */
export type AddressFacts = {
  kind: 'phone' | 'email';
  value: string;
  lineType: string | null;
  /** Channels suppressed for the whole brokerage. */
  suppressed: string[];
  /** It belongs to somebody else. */
  wrong: boolean;
  /** Channels this contact has given consent for at this address. */
  consents: string[];
};

/** Where a message goes; or that a person calls instead; or that it is left out. `why` stands in the record. */
export type Choice = { kind: 'send'; address: string } | { kind: 'call'; phone: string; why: string } | { kind: 'skip'; why: string };

/** The best address a step may use. A text needs recorded consent, an e-mail does not; where neither can go out, a call by a person may. */
export function chooseAddress(channel: 'email' | 'text', addresses: readonly AddressFacts[]): Choice {
  const own = addresses.filter(({ wrong }) => !wrong);
  if (channel === 'email') {
    const emails = own.filter(({ kind }) => kind === 'email');
    const open = emails.find(({ suppressed }) => !suppressed.includes('email'));
    if (open) return { kind: 'send', address: open.value };
    return orCall(own, emails.length === 0 ? 'no e-mail address is known' : 'every e-mail address is suppressed');
  }
  const phones = own.filter(({ kind }) => kind === 'phone');
  if (phones.length === 0) return { kind: 'skip', why: 'no phone number is known' };
  const open = phones.filter(({ suppressed }) => !suppressed.includes('sms'));
  if (open.length === 0) return orCall(own, 'texts to every known number are suppressed');
  const reachable = open.filter(({ lineType }) => lineType !== 'landline');
  const consented = reachable.find(({ consents }) => consents.includes('sms'));
  if (consented) return { kind: 'send', address: consented.value };
  return orCall(own, reachable.length === 0 ? 'the known numbers are landlines' : 'no consent to texts is recorded');
}

function orCall(own: readonly AddressFacts[], why: string): Choice {
  const phone = own.find(({ kind, suppressed }) => kind === 'phone' && !suppressed.includes('call'));
  return phone ? { kind: 'call', phone: phone.value, why } : { kind: 'skip', why };
}
