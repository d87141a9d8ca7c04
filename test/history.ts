import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { temporal } from '@temporalio/proto';

type History = temporal.api.history.v1.IHistory;
const folder = new URL('./histories/', import.meta.url).pathname;

/** Starts, activities and timers that the Temporal Web UI would show without a line of explanation. */
export function withoutSummary({ events }: History): string[] {
  return (events ?? []).flatMap((event) => {
    if (event.userMetadata?.summary) return [];
    if (event.workflowExecutionStartedEventAttributes) return event.workflowExecutionStartedEventAttributes.continuedExecutionRunId ? [] : ['start'];
    if (event.activityTaskScheduledEventAttributes) return [`activity ${event.activityTaskScheduledEventAttributes.activityType?.name}`];
    return event.timerStartedEventAttributes ? [`timer at event ${event.eventId}`] : [];
  });
}

/** What a history proves: how the run ended and which messages it took. */
export function pathOf({ events }: History): { workflow: string; end: string; messages: string[] } {
  let workflow = 'unknown';
  let end = 'running';
  const messages = new Set<string>();
  for (const event of events ?? []) {
    workflow = event.workflowExecutionStartedEventAttributes?.workflowType?.name ?? workflow;
    const completed = event.workflowExecutionCompletedEventAttributes;
    if (completed) end = outcomeOf(completed.result?.payloads?.[0]?.data);
    if (event.workflowExecutionContinuedAsNewEventAttributes) end = 'continued';
    if (event.workflowExecutionFailedEventAttributes) end = 'failed';
    const signal = event.workflowExecutionSignaledEventAttributes?.signalName;
    const update = event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.input?.name;
    if (signal ?? update) messages.add((signal ?? update)!);
  }
  return { workflow, end, messages: [...messages].sort() };
}

function outcomeOf(data: Uint8Array | null | undefined): string {
  const result: unknown = data ? JSON.parse(Buffer.from(data).toString('utf8')) : null;
  const named = result as { outcome?: string; kind?: string; step?: string } | null;
  if (named?.kind && named.step) return `${named.kind}-${named.step}`;
  return named?.outcome ?? 'completed';
}

/** Checks every run of a namespace; with KEYTURN_RECORD set, keeps one history per path for the replay test. */
export async function inspectHistories(client: Client): Promise<{ runs: number; faults: string[] }> {
  const faults: string[] = [];
  let runs = 0;
  for await (const { workflowId, runId, type } of client.workflow.list()) {
    const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    runs++;
    faults.push(...withoutSummary(history).map((what) => `${type} ${workflowId}: ${what} has no summary`));
    if (process.env.KEYTURN_RECORD) keep(history);
  }
  return { runs, faults };
}

function keep(history: History): void {
  const { workflow, end, messages } = pathOf(history);
  if (end === 'running' || workflow === 'unknown') return;
  mkdirSync(join(folder, workflow), { recursive: true });
  writeFileSync(join(folder, workflow, `${[end, ...messages].join('.')}.history`), temporal.api.history.v1.History.encode(withoutPlaces(history)).finish());
}

/** Stacks name the folders of the machine that recorded them; no replay reads them. */
export function withoutPlaces<T>(part: T): T {
  if (typeof part !== 'object' || part === null || part instanceof Uint8Array) return part;
  for (const [name, value] of Object.entries(part)) {
    if (name === 'stackTrace') Object.assign(part, { stackTrace: '' });
    else withoutPlaces(value);
  }
  return part;
}
