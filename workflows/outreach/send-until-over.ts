import { allHandlersFinished, condition, type QueryDefinition, type SignalDefinition, setHandler, upsertSearchAttributes } from '@temporalio/workflow';
import { showCard } from '../card.ts';
import { stage } from '../search-attributes.ts';

type Attempt<Outcome extends string> = { kind: Outcome; why: string | null } | { kind: 'held'; why: string };
/** How the run is told and asked: the definitions of its own messages. */
type Told<State extends string> = {
  lookAgainSignal: SignalDefinition<[{ eventId: string }]>;
  statusQuery: QueryDefinition<{ state: State; why: string | null }>;
  timelineQuery: QueryDefinition<{ at: string; what: string }[]>;
  explainQuery: QueryDefinition<string>;
};
type Send<Begin extends string, Outcome extends string> = {
  told: Told<Begin | 'held' | Outcome>;
  /** The state before the first attempt has come to anything, and what set it going. */
  begin: Begin;
  asked: string;
  title: string;
  explain: (state: Begin | 'held' | Outcome, why: string | null, since: string) => string;
  attempt: () => Promise<Attempt<Outcome>>;
};

/** The course of a run that sends one thing: tries, and while it is held waits to be told and tries again; ends with what came of it. */
export async function sendUntilOver<Begin extends string, Outcome extends string>(send: Send<Begin, Outcome>): Promise<{ outcome: Outcome }> {
  const { told, begin, asked, title, explain, attempt } = send;
  let state: Begin | 'held' | Outcome = begin;
  let why: string | null = null;
  let news = 0;
  const timeline = [{ at: new Date().toISOString(), what: asked }];
  setHandler(told.lookAgainSignal, () => void news++);
  setHandler(told.statusQuery, () => ({ state, why }));
  setHandler(told.timelineQuery, () => timeline);
  setHandler(told.explainQuery, () => explain(state, why, timeline.at(-1)!.at));

  for (;;) {
    const seen = news;
    const found = await attempt();
    [state, why] = [found.kind, found.why];
    timeline.push({ at: new Date().toISOString(), what: why ? `${state}: ${why}` : state });
    upsertSearchAttributes([{ key: stage, value: state }]);
    showCard(`### ${title}: ${state}`, why ?? '');
    if (found.kind !== 'held') {
      await condition(allHandlersFinished);
      return { outcome: found.kind };
    }
    await condition(() => news !== seen);
  }
}
