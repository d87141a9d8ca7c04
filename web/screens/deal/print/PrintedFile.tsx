import '../timeline/timeline.css';
import './print.css';
import { Button, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMay } from '../../../api/me.ts';
import { apiQuery } from '../../../api/query.ts';
import { Instant, useBusinessNow } from '../../../parts/Instant.tsx';
import { Shown } from '../../../parts/Shown.tsx';
import { absoluteWords } from '../../../parts/time.ts';
import { dayWithYear, timeWords } from '../days.ts';
import { Overview } from '../overview/Overview.tsx';
import { Section } from '../Section.tsx';
import { EventEntry } from '../timeline/EventEntry.tsx';
import { byDay, entriesOf } from '../timeline/entries.ts';
import { Working } from '../timeline/Working.tsx';
import { useDeadlines, useDeal } from '../use-deal.ts';
import { plain, roleWords, sentence } from '../words.ts';

/** Overview, every deadline with its working, who takes part, what is to be done, and what happened: one document. */
export function PrintedFile() {
  const { asOf, zone } = useDeal();
  const now = useBusinessNow()();
  const mayTasks = useMay('tasks:read');
  return (
    <div className="printed">
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          Printed {absoluteWords(now, zone)}
        </Text>
        <Button className="no-print" onClick={() => globalThis.print()}>
          Print
        </Button>
      </Group>
      <Overview />
      {!asOf && <Deadlines />}
      {!asOf && <Parties />}
      {!asOf && mayTasks && <Tasks />}
      <History />
    </div>
  );
}

function Deadlines() {
  const { no } = useDeal();
  const deadlines = useDeadlines(no);
  return (
    <Section title="Deadlines with their working">
      <Shown query={deadlines} what="the deadlines">
        {({ items }) =>
          items.length === 0 ? (
            <Text>There are none without a contract.</Text>
          ) : (
            <ul>
              {items.map(({ clock, title, actor, state, date, localTime, rule }) => (
                <li key={clock} className="printed-deadline">
                  <Title order={3}>
                    {title}: {date ? `${dayWithYear(date)}, ${timeWords(localTime ?? '23:59')}` : 'no date yet'}
                  </Title>
                  <Text size="sm">
                    {sentence(roleWords(actor))} · {state}
                  </Text>
                  <Working rule={rule} />
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </Section>
  );
}

function Parties() {
  const { no, zone } = useDeal();
  const parties = useQuery(apiQuery('/v1/deals/{no}/parties', { path: { no }, query: { all: 'true' } }));
  return (
    <Section title="Parties">
      <Shown query={parties} what="the parties">
        {({ items }) => (
          <ul>
            {items.map(({ id, name, role, leftAt }) => (
              <li key={id}>
                {name}, {roleWords(role)}
                {leftAt && (
                  <>
                    , left <Instant at={leftAt} zone={zone} absolute />
                  </>
                )}
              </li>
            ))}
            {items.length === 0 && <li>Nobody takes part yet.</li>}
          </ul>
        )}
      </Shown>
    </Section>
  );
}

function Tasks() {
  const { no, zone } = useDeal();
  const tasks = useQuery(apiQuery('/v1/tasks', { query: { deal: no, limit: 200, snoozed: 'true' } }));
  return (
    <Section title="To do">
      <Shown query={tasks} what="the tasks">
        {({ items }) => (
          <ul>
            {items.map(({ id, title, reason, role, dueAt }) => (
              <li key={id}>
                <b>{title}</b>, {role}, due <Instant at={dueAt} zone={zone} absolute />
                <div className="dim">{plain(reason, zone)}</div>
              </li>
            ))}
            {items.length === 0 && <li>Nothing.</li>}
          </ul>
        )}
      </Shown>
    </Section>
  );
}

function History() {
  const { no, zone, asOf, contract } = useDeal();
  const timeline = useQuery(apiQuery('/v1/deals/{no}/timeline', { path: { no }, query: asOf ? { asOf } : {} }));
  const rows = useDeadlines(no).data?.items ?? [];
  const titleOf = (clock: string): string => rows.find((each) => each.clock === clock)?.title ?? clock.replaceAll('-', ' ');
  return (
    <Section title="What happened, and what lies ahead">
      <Shown query={timeline} what="the timeline">
        {({ items }) => (
          <ol className="line">
            {byDay(entriesOf(items, [], zone, titleOf)).map(({ day, entries }) => (
              <li key={day} className="line-day">
                <Title order={3}>{dayWithYear(day)}</Title>
                <ul>
                  {entries.map((entry) =>
                    entry.is === 'event' ? (
                      <EventEntry
                        key={entry.id}
                        entry={entry}
                        reason={contract?.amendments.find(({ amendmentNo }) => amendmentNo === entry.item.amendmentNo)?.reason}
                      />
                    ) : entry.is === 'opened' ? (
                      <li key={entry.id} className="line-entry">
                        Deadlines computed: {entry.titles.join(', ')}
                      </li>
                    ) : (
                      <li key={entry.id} className="line-now">
                        <span>{asOf ? 'As far as was known then' : 'Now'}</span>
                      </li>
                    ),
                  )}
                </ul>
              </li>
            ))}
          </ol>
        )}
      </Shown>
    </Section>
  );
}
