import { Anchor, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '../../api/query.ts';
import { Body } from '../../parts/Body.tsx';
import { Page } from '../../parts/Page.tsx';
import { Shown } from '../../parts/Shown.tsx';
import { Status } from '../../parts/Status.tsx';
import { Deliveries } from './Deliveries.tsx';
import { Machinery } from './Machinery.tsx';
import { Parked } from './Parked.tsx';
import { SendingSwitch } from './SendingSwitch.tsx';
import { Stuck } from './Stuck.tsx';
import { UnknownSends } from './UnknownSends.tsx';
import { type SystemState, verdicts } from './verdicts.ts';

/** What happens tells of itself; processes, queues and breakers are asked. */
const askEveryMs = 10_000;

/** How everything behind the screens stands, and what needs a hand: worst first. */
export function System() {
  const query = useQuery({ ...apiQuery('/v1/system'), refetchInterval: askEveryMs });
  return (
    <Page
      title="System"
      aside={
        <Anchor href="/docs/runbooks/README" size="sm">
          Runbooks
        </Anchor>
      }
    >
      <Body label="How the system stands">
        <Shown query={query} what="how the system stands">
          {(system) => (
            <Stack gap="md" maw={1100}>
              <Verdicts system={system} />
              <SendingSwitch />
              <Stuck runs={system.stuck} runUrl={system.engine.runUrl} />
              <Parked />
              <UnknownSends unsettled={system.unsettled} />
              <Deliveries />
              <Machinery system={system} />
            </Stack>
          )}
        </Shown>
      </Body>
    </Page>
  );
}

/** One line per thing that is wrong; a single one when nothing is. */
const Verdicts = ({ system }: { system: SystemState }) => {
  const wrong = verdicts(system);
  return (
    <div role="status">
      {wrong.length === 0 ? (
        <Status tone="good">
          <span style={{ whiteSpace: 'normal' }}>Everything works: the engine answers, every process speaks, nothing is stuck</span>
        </Status>
      ) : (
        wrong.map(({ what, tone, nextStep }) => (
          <div key={what} style={{ marginBottom: 4 }}>
            <Status tone={tone}>
              <b style={{ whiteSpace: 'normal' }}>{what}</b>
            </Status>
            <Text size="sm" ms={22}>
              {nextStep}
            </Text>
          </div>
        ))
      )}
    </div>
  );
};
