/** What a provider's error code means for the recipient. `own-account` faults are ours to mend; the address is fine. */
export type TextErrorClass =
  | 'opted-out'
  | 'invalid-number'
  | 'not-mobile'
  | 'unreachable'
  | 'blocked'
  | 'filtered'
  | 'unregistered'
  | 'campaign-rejected'
  | 'region-off'
  | 'rate-limit'
  | 'own-account'
  | 'bad-message'
  | 'other';

export type TextError = {
  class: TextErrorClass;
  /** True when no text to this number will ever arrive: do not write to it again. */
  permanent: boolean;
  message: string;
  nextStep: string;
};

const table: Record<TextErrorClass, Omit<TextError, 'class'>> = {
  'opted-out': { permanent: true, message: 'the recipient has opted out', nextStep: 'Do not write to this number again unless its owner asks for it' },
  'invalid-number': { permanent: true, message: 'the number does not exist', nextStep: 'Look for another number or call' },
  'not-mobile': { permanent: true, message: 'the number cannot receive texts', nextStep: 'Call instead' },
  unreachable: { permanent: false, message: 'the handset could not be reached', nextStep: 'Try another channel' },
  blocked: { permanent: false, message: 'the carrier or the recipient blocked the text', nextStep: 'Try another channel' },
  filtered: { permanent: false, message: 'the carrier filtered the text as unwanted', nextStep: 'Review the wording of the template' },
  unregistered: {
    permanent: false,
    message: 'the sending number is not registered for business texts (A2P 10DLC)',
    nextStep: 'Register brand and campaign of the number',
  },
  'campaign-rejected': {
    permanent: false,
    message: 'the campaign was rejected as third-party lead generation',
    nextStep: 'Write only to people who gave consent themselves; call or mail the others',
  },
  'region-off': {
    permanent: false,
    message: 'texts to this region are switched off at the provider',
    nextStep: 'Switch the region on in the provider’s console',
  },
  'rate-limit': { permanent: false, message: 'the provider takes no more messages at the moment', nextStep: 'It is tried again by itself' },
  'own-account': {
    permanent: false,
    message: 'the provider does not accept our account or sending number',
    nextStep: 'Check account, token and sending number in the configuration',
  },
  'bad-message': { permanent: false, message: 'the provider refused the text of the message', nextStep: 'Mend the template' },
  other: { permanent: false, message: 'the provider refused the text', nextStep: 'Look the code up in the provider’s list of errors' },
};

// Twilio has split its codes before and warns against logic on single ones: everything not listed is `other`.
const codes: Record<string, TextErrorClass> = {
  21610: 'opted-out',
  21211: 'invalid-number',
  21217: 'invalid-number',
  21265: 'invalid-number',
  21614: 'not-mobile',
  30006: 'not-mobile',
  21408: 'region-off',
  21612: 'unreachable',
  30003: 'unreachable',
  30005: 'invalid-number',
  30004: 'blocked',
  30007: 'filtered',
  30034: 'unregistered',
  30951: 'campaign-rejected',
  20429: 'rate-limit',
  14107: 'rate-limit',
  30001: 'rate-limit',
  20003: 'own-account',
  20005: 'own-account',
  20404: 'own-account',
  21212: 'own-account',
  21603: 'own-account',
  21606: 'own-account',
  21659: 'own-account',
  30002: 'own-account',
  21602: 'bad-message',
  21605: 'bad-message',
  21617: 'bad-message',
  21619: 'bad-message',
};

/** The class of a provider's error code, with a class for codes nobody has seen yet. */
export function classifyTextError(code: string | number | null): TextError {
  const found = codes[String(code ?? '')] ?? 'other';
  return { class: found, ...table[found] };
}
