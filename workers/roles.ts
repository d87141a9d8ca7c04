import type { WorkerOptions } from '@temporalio/worker';
import type { Activities } from '../activities/index.ts';
import { importsQueue, mainQueue, renderingQueue, sendsQueue } from '../workflows/queues.ts';

export type Role = 'worker' | 'imports' | 'rendering';
type Queue = { taskQueue: string; workflows: boolean; options: Partial<WorkerOptions> };

/** Which queues a process serves. Rendering and imports have processes of their own: what crashes or blocks there stops nothing else. */
export function queuesOf(role: Role): Queue[] {
  switch (role) {
    case 'worker':
      return [
        // An idle run costs 0.3 to 0.36 MB in the cache (bench P10: 0.24 MB the SDK's own, most of the rest the tracing modules each run holds a copy of).
        { taskQueue: mainQueue, workflows: true, options: { maxCachedWorkflows: 800, maxConcurrentActivityTaskExecutions: 40 } },
        { taskQueue: sendsQueue, workflows: false, options: { maxConcurrentActivityTaskExecutions: 10 } },
      ];
    case 'imports':
      return [{ taskQueue: importsQueue, workflows: false, options: { maxConcurrentActivityTaskExecutions: 2 } }];
    case 'rendering':
      return [{ taskQueue: renderingQueue, workflows: false, options: { maxConcurrentActivityTaskExecutions: 2 } }];
  }
}

/** Activities that belong to a queue of their own; all others run on the main queue. */
const ownQueue: Partial<Record<keyof Activities, string>> = {
  renderOffer: renderingQueue,
  beginImport: importsQueue,
  ingestList: importsQueue,
  enrichLeads: importsQueue,
  decideLeads: importsQueue,
  scoreLeads: importsQueue,
  sendStep: sendsQueue,
  sendPartyMessage: sendsQueue,
  pushToCrm: sendsQueue,
  sendNotice: sendsQueue,
  sendDigest: sendsQueue,
  sendPersonalMessage: sendsQueue,
  sendEnvelope: sendsQueue,
  lookForEnvelope: sendsQueue,
  correctSigners: sendsQueue,
  withdrawEnvelope: sendsQueue,
  closeEnvelope: sendsQueue,
};

export function activitiesOf(all: Activities, taskQueue: string): Partial<Activities> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => (ownQueue[name as keyof Activities] ?? mainQueue) === taskQueue)) as Partial<Activities>;
}
