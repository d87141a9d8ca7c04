import type { Change } from '../../db/events.ts';
import type { LoadedEnrolment } from '../../db/queries/outreach-facts.ts';
import { openTask } from '../../db/queries/tasks.ts';
import { callingWindow } from '../../domain/outreach/windows.ts';
import type { Whereabouts } from '../../domain/outreach/zones.ts';

/** A call for a person to make, due within the hours in which the seller may be called. One per ledger key. */
export async function openCallTask(
  change: Change,
  { enrolment, lead, deal }: LoadedEnrolment,
  { key, title, reason, dueInHours = 24, where }: { key: string; title: string; reason: string; dueInHours?: number | undefined; where: Whereabouts },
): Promise<void> {
  const due = callingWindow(new Date(change.now.getTime() + dueInHours * 3_600_000), where.candidates).nextAllowedAt;
  await openTask(change, {
    kind: 'call-seller',
    key: `call-seller/${key}`,
    subject: { kind: 'lead', id: lead.id },
    leadId: lead.id,
    dealId: enrolment.dealId,
    title: `${title} (lead ${lead.leadNo}${deal ? `, deal ${deal.dealNo}` : ''})`,
    reason,
    role: 'agent',
    dueAt: due,
  });
}
