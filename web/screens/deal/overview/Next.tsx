import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMay } from '../../../api/me.ts';
import { apiQuery } from '../../../api/query.ts';
import { Instant, useBusinessNow } from '../../../parts/Instant.tsx';
import { Section } from '../Section.tsx';
import { useDeadlines, useDeal } from '../use-deal.ts';
import { plain, roleWords, sentence } from '../words.ts';

type Line = { key: string; at: string; what: string; who: string };
const shown = 8;

/** What happens next and by whom: people's tasks, deadlines, and what Keyturn does by itself. */
export function Next() {
  const { no, deal, zone } = useDeal();
  const mayTasks = useMay('tasks:read');
  const now = useBusinessNow()().toISOString();
  const deadlines = useDeadlines(no).data?.items ?? [];
  const tasks = useQuery({ ...apiQuery('/v1/tasks', { query: { deal: no, limit: 200 } }), enabled: mayTasks });
  const pending = deadlines.filter(({ status }) => status === 'pending');
  const lines: Line[] = [
    ...(deal.dueAt ? [{ key: 'run', at: deal.dueAt, what: 'Goes on by itself, if nobody has by then', who: 'Keyturn' }] : []),
    ...pending.flatMap(({ clock, title, dueAt, actor }) =>
      dueAt && dueAt > now ? [{ key: clock, at: dueAt, what: `${title} is due`, who: sentence(roleWords(actor)) }] : [],
    ),
    ...pending.flatMap(({ clock, title, dueAt, nextLookAt }) =>
      nextLookAt && nextLookAt > now && nextLookAt !== dueAt
        ? [{ key: `${clock} look`, at: nextLookAt, what: `Looks whether ${title.toLowerCase()} is settled, and reminds`, who: 'Keyturn' }]
        : [],
    ),
    ...(tasks.data?.items ?? []).map(({ id, title, dueAt, role }) => ({ key: id, at: dueAt, what: title, who: sentence(role) })),
  ].sort((a, b) => a.at.localeCompare(b.at));
  if (deal.closedAt && lines.length === 0) return null;
  return (
    <Section title="What happens next">
      {lines.length === 0 ? (
        <Text>Nothing is dated yet: it waits for {deal.waitingFor ? plain(deal.waitingFor, zone) : 'its run to start'}.</Text>
      ) : (
        <ul className="next">
          {lines.slice(0, shown).map(({ key, at, what, who }) => (
            <li key={key}>
              <span className="next-at">
                <Instant at={at} zone={zone} />
              </span>
              <span>
                {what} <span className="dim">· {who}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {lines.length > shown && (
        <Text size="sm" c="dimmed" mt={4}>
          and {lines.length - shown} more, on the timeline and among the tasks
        </Text>
      )}
    </Section>
  );
}
