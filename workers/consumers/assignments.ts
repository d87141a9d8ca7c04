import { cancelAssignment, listAssignments, refreshAssignment } from '../../db/queries/assignments.ts';
import { dealSettings } from '../../db/queries/closing.ts';
import { lastContract } from '../../db/queries/contracts.ts';
import { closeTasks, findOpenTask, openTask, rescheduleTask, restateTask } from '../../db/queries/tasks.ts';
import { disclosureFacts } from '../../domain/compliance/wholesaling/law.ts';
import { instantOf } from '../../domain/time/zoned.ts';
import { type Consumer, writes } from './types.ts';

/** Brings an assignment to where the facts put it, keeps one task while it is under way, and ends it with its contract. */
const assignmentState = writes({
  name: 'assignment-state',
  on: [
    ...(['Assignment.Drafted', 'Assignment.Effective', 'Assignment.Cancelled', 'Deal.FactsChanged', 'Contract.Amended', 'Contract.Ended'] as const),
    ...disclosureFacts,
    'Fact.TakenBack',
  ],
  async write(change, event) {
    const { dealId, dealNo } = event.payload;
    if (event.type === 'Contract.Ended' && event.payload.status === 'terminated')
      await cancelAssignment(change, { dealId, contractId: event.payload.contractId, reason: 'the contract ended', contractEnded: true });
    const under = await refreshAssignment(change, { dealId });
    for (const { id, state } of await listAssignments(change.tx, { dealId }))
      if (state === 'effective' || state === 'cancelled') await closeTasks(change, { keyPrefix: `complete-assignment/${id}/`, outcome: state, by: 'rule' });
    if (!under) return;
    const { assignment, open } = under;
    const keyPrefix = `complete-assignment/${assignment.id}/`;
    const asked = open.map(({ id, why }) => `${id}: ${why}`).join('; ');
    const reason = (asked ? `Unmet: ${asked}` : `Nothing stands in its way; on ${assignment.effectiveOn} record that it took effect`).slice(0, 500);
    const zone = (await lastContract(change.tx, { dealId }))?.zone ?? (await dealSettings(change.tx, {})).zone;
    const dueAt = instantOf(assignment.effectiveOn, 17 * 60, zone);
    const asking = await findOpenTask(change.tx, { keyPrefix });
    if (asking) {
      await rescheduleTask(change, { task: asking, dueAt });
      return void (await restateTask(change.tx, { keyPrefix, reason }));
    }
    await openTask(change, {
      ...{ kind: 'complete-assignment', key: `${keyPrefix}${event.eventId}`, subject: { kind: 'deal', id: dealId }, dealId, reason, role: 'coordinator' },
      title: `Bring the assignment of deal ${dealNo} into effect`,
      dueAt,
    });
  },
});

export const assignmentConsumers: Consumer[] = [assignmentState];
