import { condition, defineSignal, proxyActivities, setHandler } from '@temporalio/workflow';

export type WatchActivities = {
  /** Keeps the run's next instant in its row. */
  keepDue(input: { dealId: string; at: string | null }): Promise<void>;
  /** Does what is due: an event at business time. */
  act(input: { dealId: string; what: string }): Promise<void>;
  /** Puts itself off for some hours at the first attempt. */
  actLater(input: { dealId: string; what: string; hours: number }): Promise<void>;
  /** The facts say that it is over. */
  end(input: { dealId: string }): Promise<void>;
};
export const tellSignal = defineSignal<[{ what: string }]>('tell');

const { keepDue, act, actLater, end } = proxyActivities<WatchActivities>({ startToCloseTimeout: '10s', summary: 'Keep, act or end' });

export type WatchInput = {
  dealId: string;
  /** What it does by itself, and when. */
  steps: { at: string; what: string }[];
  /** Put off by its activity before anything else. */
  later?: { what: string; hours: number };
};

/** A run like ours in small: keeps its due instant in its row, acts when it comes, writes down what it is told and its own time then. */
export async function watchWorkflow({ dealId, steps, later }: WatchInput): Promise<void> {
  const told: string[] = [];
  setHandler(tellSignal, ({ what }) => void told.push(`${what}@${new Date(Date.now()).toISOString()}`));
  if (later) await actLater({ dealId, ...later });
  for (const { at, what } of steps) {
    await keepDue({ dealId, at });
    const dueAt = Date.parse(at);
    while (Date.now() < dueAt) {
      await condition(() => told.length > 0, dueAt - Date.now(), { summary: `Wait for ${what}` });
      for (let heard = told.shift(); heard; heard = told.shift()) await act({ dealId, what: heard });
    }
    await act({ dealId, what });
  }
  await end({ dealId });
}
