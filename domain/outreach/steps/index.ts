import type { Step, StepKind } from '../schemas.ts';
import { archive } from './archive.ts';
import { branch } from './branch.ts';
import { callTask } from './call-task.ts';
import { email } from './email.ts';
import type { KindOf } from './kind.ts';
import { text } from './text.ts';
import { wait } from './wait.ts';
import { waitUntil } from './wait-until.ts';

const kinds: { [K in StepKind]: KindOf<Extract<Step, { kind: K }>> } = { email, text, 'call-task': callTask, wait, 'wait-until': waitUntil, branch, archive };

/** The kind of a step, with its step: TypeScript cannot see that the two belong together. */
export const kindOf = (step: Step): KindOf<Step> => kinds[step.kind] as KindOf<Step>;
