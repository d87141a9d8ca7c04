import { Stack, Switch } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useAct } from '../../api/act.ts';
import { apiQuery } from '../../api/query.ts';
import { ProblemView } from '../../parts/ProblemView.tsx';
import { Section } from '../../parts/Section.tsx';
import { Shown } from '../../parts/Shown.tsx';

const digestQuery = apiQuery('/v1/me/digest');

/** Whether the person gets the digest of the day. */
export function DigestSwitch() {
  const query = useQuery(digestQuery);
  const queries = useQueryClient();
  const change = useAct('patch', '/v1/me/digest');
  const turn = (on: boolean): void => change.mutate({ body: { on } }, { onSuccess: (now) => queries.setQueryData(digestQuery.queryKey, now) });
  return (
    <Section
      title="Digest of the day"
      about="On workdays at 7:00, one e-mail: what needs you, files that close within a week, files that are blocked or breached."
    >
      <Shown query={query} what="whether you get the digest">
        {({ on }) => (
          <Stack gap="sm">
            <Switch
              label="Send me the digest"
              description="A day without any of them brings no e-mail"
              checked={on}
              disabled={change.isPending}
              onChange={({ currentTarget }) => turn(currentTarget.checked)}
            />
            {change.error && <ProblemView error={change.error} />}
          </Stack>
        )}
      </Shown>
    </Section>
  );
}
