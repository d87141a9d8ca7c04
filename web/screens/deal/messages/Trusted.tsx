import { Stack, Switch, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useAct } from '../../../api/act.ts';
import type { Answer } from '../../../api/client.ts';
import { useMay } from '../../../api/me.ts';
import { apiQuery } from '../../../api/query.ts';
import { ProblemView } from '../../../parts/ProblemView.tsx';
import type { Message } from './lines.ts';

type Template = Answer<'/v1/settings', 'get'>['trustedTemplates'][number];

/** Which templates of this file go out without a person; whoever keeps the settings may say so here. */
export function Trusted({ messages }: { messages: Message[] }) {
  const mayRead = useMay('settings:read');
  const mayChange = useMay('settings:write');
  const settings = useQuery({ ...apiQuery('/v1/settings'), enabled: mayRead });
  const change = useAct('patch', '/v1/settings');
  const templates = [...new Map(messages.map(({ template, why }) => [template as Template, why]))];
  const trusted = settings.data?.trustedTemplates;
  if (!trusted || templates.length === 0) return null;
  const trust = (template: Template, on: boolean): void =>
    change.mutate({ body: { trustedTemplates: on ? [...trusted, template] : trusted.filter((each) => each !== template) } });
  return (
    <details>
      <summary>
        Templates that go out without a person: {templates.filter(([template]) => trusted.includes(template)).length || 'none'} of those used here
      </summary>
      <Stack gap={8} my="xs">
        {templates.map(([template, why]) =>
          mayChange ? (
            <Switch
              key={template}
              label={why}
              description="Trusted: the next ones go at once, on every deal"
              checked={trusted.includes(template)}
              disabled={change.isPending}
              onChange={({ currentTarget }) => trust(template, currentTarget.checked)}
            />
          ) : (
            <Text key={template} size="sm">
              {why}: {trusted.includes(template) ? 'trusted, goes at once' : 'waits for a person'}
            </Text>
          ),
        )}
        {!mayChange && (
          <Text size="sm" c="dimmed">
            A broker says which templates are trusted.
          </Text>
        )}
        {change.error && <ProblemView error={change.error} />}
      </Stack>
    </details>
  );
}
