import { classifyTextError } from '../../../domain/outreach/text-errors.ts';
import { ProviderFault } from '../faults.ts';
import type { SendOutcome } from '../ports.ts';

type Refused = Extract<SendOutcome, { kind: 'refused' }>;

/** What a refusal by code means: about this number or message a definite outcome, about limits or our account a fault. */
export function mapTwilioRefusal(fault: ProviderFault): Refused | ProviderFault {
  if (fault.kind !== 'refused' && fault.kind !== 'unauthorised') return fault;
  // Twilio answers some refusals of a number with 403: its code says more than the status.
  const { class: found, permanent, message } = classifyTextError(fault.code);
  if (found === 'other' && fault.kind === 'unauthorised') return fault;
  switch (found) {
    case 'rate-limit':
      return new ProviderFault('rate-limited', fault.code, fault.retryAfterMs);
    case 'own-account':
      return new ProviderFault('unauthorised', fault.code);
    default:
      return { kind: 'refused', code: fault.code, message, permanent };
  }
}
