import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { isEmptyMark, quoted, type Read, unreadable } from './numbers.ts';

/** Area code and exchange of the North American plan begin with 2–9, and neither is a service code such as 911. */
const northAmerican = /^[2-9](?!11)\d\d[2-9](?!11)\d{6}$/;

/** A phone number as E.164. US lists write ten digits in many ways; anything else is the library's business. */
export function readPhone(text: string): Read<string> {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (isEmptyMark(trimmed)) return unreadable(`${quoted(text)} stands for nothing`);
  const digits = trimmed.replace(/\.0$/, '').replace(/[\s().\-+]/g, '');
  const national = digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits;
  if (northAmerican.test(national) && !/^(\d)\1{9}$/.test(national)) return { value: `+1${national}` };
  const parsed = parsePhoneNumberFromString(trimmed, 'US');
  return parsed?.isValid() ? { value: parsed.number } : unreadable(`${quoted(trimmed)} is no phone number`);
}

export type LineType = 'mobile' | 'landline' | 'voip';

export function readLineType(text: string): LineType | null {
  const word = text.trim().toLowerCase();
  if (/mobile|wireless|cell/.test(word)) return 'mobile';
  if (/voip/.test(word)) return 'voip';
  return /land|fixed|residential/.test(word) ? 'landline' : null;
}

/** An e-mail address in lower case; the local part's case has meaning for nobody who receives mail today. */
export function readEmail(text: string): Read<string> {
  const trimmed = text.trim().toLowerCase();
  if (trimmed === '') return null;
  if (isEmptyMark(trimmed)) return unreadable(`${quoted(text)} stands for nothing`);
  const isAddress = trimmed.length <= 254 && /^[^\s@<>",;:\\[\]()]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/.test(trimmed);
  return isAddress ? { value: trimmed } : unreadable(`${quoted(trimmed)} is no e-mail address`);
}
