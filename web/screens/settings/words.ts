import { partyTemplates } from '../../../domain/closing/party-templates.ts';

const names: Record<string, string> = {
  dealsPerDay: 'Deals opened in a day',
  offerApproval: 'Offers wait for an approval',
  offerDays: 'Days an offer stands',
  signatureDays: 'Days that signers have',
  signatureNotices: 'Notices of signatures',
  followUpSequence: 'Follow-up of a deal',
  trustedTemplates: 'Messages that go out by themselves',
  deadlineWatch: 'When people hear of deadlines',
  offerFormula: 'Offer formula',
  crm: 'CRM',
  sendingStopped: 'Sending stopped',
};

export const settingWords = (name: string): string => names[name] ?? name;

type Watch = { leadHours?: number; reminderHours?: number[]; flagAfterHours?: number; ladder?: { role: string; afterHours: number }[] };

/** A value as people read it: `yes`, `72 h ahead, reminders 72, 48, 24 h`, and data in its own form only where nothing else says it. */
export function valueWords(name: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (name === 'deadlineWatch') return watchWords(value as Watch);
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map((each) => templateWords(String(each))).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const templateWords = (name: string): string => (partyTemplates as Record<string, { title: string } | undefined>)[name]?.title ?? name;

function watchWords({ leadHours, reminderHours, flagAfterHours, ladder }: Watch): string {
  if (leadHours === undefined && !reminderHours && flagAfterHours === undefined && !ladder) return 'the standard';
  return [
    leadHours !== undefined && `approaches ${leadHours} h ahead`,
    reminderHours && (reminderHours.length > 0 ? `reminders ${reminderHours.join(', ')} h ahead` : 'no reminders'),
    flagAfterHours !== undefined && `flag after ${flagAfterHours} h`,
    ladder && (ladder.length > 0 ? `then ${ladder.map(({ role, afterHours }) => `${role} after ${afterHours} h`).join(', ')}` : 'then nobody'),
  ]
    .filter(Boolean)
    .join('; ');
}
