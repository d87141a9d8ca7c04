import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '../../../api/query.ts';
import { Health } from '../../../parts/Health.tsx';
import { Instant } from '../../../parts/Instant.tsx';
import { Shown } from '../../../parts/Shown.tsx';
import { Section } from '../Section.tsx';
import { useDeadlines, useDeal } from '../use-deal.ts';
import { plain, roleWords, sentence } from '../words.ts';

/** What endangers the deal: each with its source, who must act until when, what it means for the client, and the next step. */
export function Risks() {
  const { no, zone } = useDeal();
  const health = useQuery(apiQuery('/v1/deals/{no}/health', { path: { no } }));
  const titles = new Map(useDeadlines(no).data?.items.map(({ clock, title }) => [clock, title]));
  return (
    <Section title="Risks" aside={health.data && <Health state={health.data.health} />}>
      <Shown query={health} what="the risks">
        {({ risks }) =>
          risks.length === 0 ? (
            <Text>Nothing endangers it: no date is missed, none lacks its evidence close to its end.</Text>
          ) : (
            <ul className="risks">
              {risks.map(({ severity, source, what, owner, deadline, effect, nextStep }) => (
                <li key={`${source} ${what}`} data-severity={severity}>
                  <Health state={severity} />
                  <Text fw={600}>{sentence(plain(what, zone))}</Text>
                  <Text size="sm" c="dimmed">
                    {sentence(roleWords(owner))}
                    {deadline && (
                      <>
                        {' · until '}
                        <Instant at={deadline} zone={zone} />
                      </>
                    )}
                    {' · from '}
                    {titles.get(source) ?? source.replaceAll('-', ' ')}
                  </Text>
                  <Text size="sm">{plain(effect, zone)}.</Text>
                  <Text size="sm">
                    <b>Next:</b> {plain(nextStep, zone)}.
                  </Text>
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </Section>
  );
}
