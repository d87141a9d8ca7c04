import { Anchor, Text } from '@mantine/core';
import type { Column } from '../../parts/DataTable.tsx';
import { Section } from '../../parts/Section.tsx';
import { ShortTable } from '../../parts/ShortTable.tsx';
import { Status } from '../../parts/Status.tsx';
import { count } from '../../parts/time.ts';
import { ageWords, consumerWords, type SystemState, sizeWords } from './verdicts.ts';

/** Engine, queues, processes, relay and providers, as they say themselves. */
export function Machinery({ system: { engine, queues, processes, relay, breakers, files } }: { system: SystemState }) {
  return (
    <>
      <Section
        title="Engine and queues"
        about={
          <>
            Temporal {engine.version ?? '(version unknown)'}, namespace {engine.namespace}
            {engine.runUrl && (
              <>
                .{' '}
                <Anchor href={engine.runUrl.replace('/{workflowId}', '')} inherit underline="always">
                  Runs in the Temporal Web UI
                </Anchor>
              </>
            )}
          </>
        }
        aside={engine.ok ? <Status tone="good">It answers</Status> : <Status tone="bad">It does not answer</Status>}
      >
        <ShortTable label="Queues" rows={queues} columns={queueColumns} idOf={({ name, kind }) => `${name} ${kind}`} />
      </Section>
      <Section title="Processes" about="Each speaks every ten seconds.">
        <ShortTable
          label="Processes"
          rows={processes}
          columns={processColumns}
          idOf={({ name }) => name}
          empty={<Text size="sm">None has spoken yet: start the relay and the workers.</Text>}
        />
      </Section>
      <Relay relay={relay} />
      <Section title="Providers" about="A provider that does not answer is left alone for a while, so that messages wait and nothing is sent twice.">
        <ShortTable
          label="Providers"
          rows={breakers}
          columns={breakerColumns}
          idOf={({ process, provider }) => `${process} ${String(provider)}`}
          empty={<Text size="sm">None was called yet since the workers started.</Text>}
        />
      </Section>
      {files && (
        <Text size="sm" c="dimmed">
          Disk of the files: {sizeWords(files.freeBytes)} of {sizeWords(files.totalBytes)} free.
        </Text>
      )}
    </>
  );
}

const unknown = 'not known';
const queueColumns: Column<SystemState['queues'][number]>[] = [
  { id: 'name', header: 'Queue', card: 'title', cell: ({ name, kind }) => `${name}, ${kind === 'workflow' ? 'runs' : 'activities'}` },
  {
    id: 'pollers',
    header: 'Workers asking',
    cell: ({ pollers }) => (pollers === null ? unknown : pollers === 0 ? <Status tone="bad">nobody</Status> : pollers),
  },
  { id: 'backlog', header: 'Waiting', cell: ({ backlog }) => backlog ?? unknown },
  {
    id: 'oldest',
    header: 'Oldest waits',
    cell: ({ oldestSeconds }) => (oldestSeconds === null ? unknown : oldestSeconds === 0 ? 'not at all' : ageWords(oldestSeconds)),
  },
];

const processColumns: Column<SystemState['processes'][number]>[] = [
  { id: 'name', header: 'Process', card: 'title', cell: ({ name }) => name },
  { id: 'spoke', header: 'Last word', cell: ({ secondsAgo }) => `${ageWords(secondsAgo)} ago` },
  { id: 'state', header: 'State', cell: ({ silent }) => (silent ? <Status tone="bad">silent</Status> : <Status tone="good">at work</Status>) },
];

const breakerColumns: Column<SystemState['breakers'][number]>[] = [
  { id: 'provider', header: 'Provider', card: 'title', cell: ({ provider, name }) => String(provider ?? name ?? 'provider') },
  { id: 'process', header: 'Called by', cell: ({ process }) => process },
  {
    id: 'state',
    header: 'State',
    cell: ({ state }) =>
      state === 'closed' ? (
        <Status tone="good">answers</Status>
      ) : state === 'probing' ? (
        <Status tone="warn">being probed</Status>
      ) : (
        <Status tone="bad" icon="stopped">
          left alone
        </Status>
      ),
  },
];

/** Most consumers have nothing in hand: those are counted, the others named. */
function Relay({ relay: { lagMs, consumers } }: Pick<SystemState, 'relay'>) {
  const behind = consumers.filter(({ waiting }) => waiting > 0).toSorted((a, b) => b.oldestMs - a.oldestMs);
  const idle = consumers.length - behind.length;
  return (
    <Section
      title="Relay"
      about="It numbers what happened and hands it to its consumers, in order."
      aside={lagMs === 0 ? <Status tone="good">Up to date</Status> : <Status tone={lagMs > 30_000 ? 'bad' : 'info'}>{ageWords(lagMs / 1000)} behind</Status>}
    >
      {behind.length > 0 && <ShortTable label="Consumers that are behind" rows={behind} columns={consumerColumns} idOf={({ name }) => name} />}
      <Text size="sm" mt={behind.length > 0 ? 'xs' : 0}>
        {consumers.length === 0
          ? 'It has not told of its consumers yet.'
          : behind.length === 0
            ? `All ${count(idle, 'consumer')} have taken in what they hear.`
            : `${count(idle, 'other consumer')} ${idle === 1 ? 'is' : 'are'} up to date.`}
      </Text>
    </Section>
  );
}

/** One look of a consumer finds at most so many. */
const mostAtOnce = 200;
const consumerColumns: Column<SystemState['relay']['consumers'][number]>[] = [
  { id: 'name', header: 'Consumer', card: 'title', cell: ({ name }) => consumerWords(name) },
  { id: 'waiting', header: 'In hand', cell: ({ waiting }) => (waiting >= mostAtOnce ? `${mostAtOnce} or more` : count(waiting, 'event')) },
  { id: 'oldest', header: 'Oldest waits', cell: ({ oldestMs }) => ageWords(oldestMs / 1000) },
];
