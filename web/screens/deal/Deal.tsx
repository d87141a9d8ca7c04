import { Anchor, Group, Paper, Stack, Text, Timeline, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Answer } from '../../api/client.ts';
import { apiQuery } from '../../api/query.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { Health } from '../../parts/Health.tsx';
import { Instant } from '../../parts/Instant.tsx';
import { Page } from '../../parts/Page.tsx';
import { Shown } from '../../parts/Shown.tsx';

const route = getRouteApi('/shell/deals/$no');

/** One file: where it stands, what puts it at risk, and its past and future on one line. */
export function Deal() {
  const no = Number(route.useParams().no);
  const deal = useQuery(apiQuery('/v1/deals/{no}', { path: { no } }));
  const health = useQuery(apiQuery('/v1/deals/{no}/health', { path: { no } }));
  const timeline = useQuery(apiQuery('/v1/deals/{no}/timeline', { path: { no } }));
  return (
    <Page title={deal.data?.property ?? `Deal ${no}`}>
      <div style={{ overflow: 'auto', minHeight: 0, flex: 1 }}>
        <Stack gap="md" maw={900}>
          <Shown query={deal} what="the deal">
            {({ side, stage, waitingFor, waitingSince, openedAt, leadNo }) => (
              <Group gap="xs">
                <Text>
                  Deal {no} · lead {leadNo} · {side} · {stage.replaceAll('-', ' ')} · opened <Instant at={openedAt} />
                </Text>
                {waitingFor && (
                  <Text>
                    Waits for {waitingFor}
                    {waitingSince && (
                      <>
                        , since <Instant at={waitingSince} />
                      </>
                    )}
                  </Text>
                )}
              </Group>
            )}
          </Shown>
          {deal.data && (
            <>
              <Shown query={health} what="how it stands">
                {(data) => <Risks {...data} />}
              </Shown>
              <Shown query={timeline} what="the timeline">
                {({ items }) => <Line items={items} />}
              </Shown>
            </>
          )}
        </Stack>
      </div>
    </Page>
  );
}

const Risks = ({ health, risks }: Answer<'/v1/deals/{no}/health', 'get'>) => (
  <Paper withBorder p="md" component="section" aria-labelledby="health">
    <Group gap="sm" mb={risks.length > 0 ? 'xs' : 0}>
      <Title order={2} id="health">
        Health
      </Title>
      <Health state={health} />
    </Group>
    {risks.map(({ source, what, owner, deadline, effect, nextStep }) => (
      <div key={`${source} ${what}`} style={{ marginBottom: 8 }}>
        <Text fw={600}>{what}</Text>
        <Text size="sm" c="dimmed">
          {effect}. {owner}
          {deadline && (
            <>
              , <Instant at={deadline} />
            </>
          )}
        </Text>
        <Text size="sm">{nextStep}</Text>
      </div>
    ))}
  </Paper>
);

function Line({ items }: Pick<Answer<'/v1/deals/{no}/timeline', 'get'>, 'items'>) {
  if (items.length === 0)
    return (
      <EmptyState
        title="Nothing has happened yet"
        action={
          <Anchor component={Link} to="/deals">
            All deals
          </Anchor>
        }
      >
        Its run is about to start.
      </EmptyState>
    );
  const done = items.filter(({ when }) => when === undefined || when === 'past').length;
  return (
    <section aria-labelledby="timeline">
      <Title order={2} id="timeline" mb="xs">
        Past, now and ahead
      </Title>
      <Timeline active={done - 1} bulletSize={14} lineWidth={2}>
        {numbered(items).map(({ id, at, what, when, cause }) => (
          <Timeline.Item key={id} lineVariant={when === 'future' ? 'dashed' : 'solid'}>
            <Text>{what}</Text>
            <Text size="sm" c="dimmed">
              {when === 'future' ? 'ahead: ' : when === 'now' ? 'now: ' : ''}
              <Instant at={at} />
              {cause ? ` · ${cause}` : ''}
            </Text>
          </Timeline.Item>
        ))}
      </Timeline>
    </section>
  );
}

/** Two entries may say the same of one instant. */
function numbered<T extends { at: string; what: string }>(items: T[]): (T & { id: string })[] {
  const times = new Map<string, number>();
  return items.map((item) => {
    const name = `${item.at} ${item.what}`;
    const nth = (times.get(name) ?? 0) + 1;
    times.set(name, nth);
    return { ...item, id: `${name} ${nth}` };
  });
}
