import { ProviderFault } from '../faults.ts';
import type { SendOutcome } from '../ports.ts';
import type { SmtpError } from './client.ts';

type SmtpFacts = Pick<SmtpError, 'code' | 'command' | 'response' | 'responseCode' | 'messageBegun'>;
type Refused = Extract<SendOutcome, { kind: 'refused' }>;

/** What a failed session means: a definite refusal, or a fault. RFC 5321: a server that answers 4xx or 5xx has not taken the message, whenever it says so. */
export function mapSmtpError(error: SmtpFacts): Refused | ProviderFault {
  const { code, command, responseCode, messageBegun } = error;
  const enhanced = /\b([245])\.(\d{1,3})\.(\d{1,3})\b/.exec(error.response ?? '');
  const named = enhanced?.[0] ?? (responseCode ? String(responseCode) : code);
  if (responseCode === null || responseCode < 400) {
    if (messageBegun) return new ProviderFault('unclear', code);
    if (code === 'EAUTH' || code === 'ENOAUTH') return new ProviderFault('unauthorised', code);
    // Found by nodemailer before anything was said to the server.
    if (code === 'EENVELOPE' || code === 'EMESSAGE')
      return { kind: 'refused', code, message: 'the address or the message cannot be put into an e-mail', permanent: code === 'EENVELOPE' };
    return new ProviderFault('unavailable', code);
  }
  if (responseCode === 421) return new ProviderFault('unavailable', named);
  if (code === 'EAUTH') return new ProviderFault('unauthorised', named);
  if (responseCode < 500) return new ProviderFault('deferred', named);
  if (command !== 'RCPT TO') return { kind: 'refused', code: named, message: 'the mail server refused our sender or the message', permanent: false };
  return {
    kind: 'refused',
    code: named,
    ...(addressIsDead(responseCode, enhanced)
      ? { message: 'the mailbox does not exist', permanent: true }
      : { message: 'the recipient’s mail server refused the e-mail', permanent: false }),
  };
}

/** RFC 3463: 5.1.x speaks of the address, 5.2.1 of a mailbox switched off; 5.2.2 (full) and 5.7.x (policy) may pass. */
function addressIsDead(responseCode: number, enhanced: RegExpExecArray | null): boolean {
  if (!enhanced) return [550, 551, 553].includes(responseCode);
  return enhanced[2] === '1' || (enhanced[2] === '2' && enhanced[3] === '1');
}
