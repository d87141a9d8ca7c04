import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { mayTakeFactsBack } from '../../../../domain/agents/access.ts';
import { isMilestone, milestones } from '../../../../domain/closing/milestones.ts';
import { useMe } from '../../../api/me.ts';
import { apiQuery } from '../../../api/query.ts';
import { Shown } from '../../../parts/Shown.tsx';
import { moneyWords } from '../../../parts/time.ts';
import { useAsk } from '../acts/asked.ts';
import { useOffered } from '../acts/may.ts';
import { dayOf } from '../days.ts';
import { Section } from '../Section.tsx';
import { useDeal } from '../use-deal.ts';
import { usePersonName } from '../use-person.ts';
import { contingencyWords, factTitle } from '../words.ts';

/** What has happened on the file, each with who recorded it and the evidence. */
export function Facts() {
  const { no, contract, deal } = useDeal();
  const facts = useQuery(apiQuery('/v1/deals/{no}/facts', { path: { no } }));
  const ask = useAsk();
  const personName = usePersonName();
  const { person } = useMe();
  const mayRecord = useOffered().some(({ asked }) => asked.what === 'fact');
  if (!contract && deal.side !== 'listing') return null;
  return (
    <Section
      title="What has happened"
      aside={
        mayRecord && (
          <Button variant="default" size="compact-sm" className="no-print" onClick={() => ask({ what: 'fact' })}>
            Record a fact
          </Button>
        )
      }
    >
      <Shown query={facts} what="what has happened">
        {({ items }) =>
          items.length === 0 ? (
            <Text>Nothing is recorded yet. What is recorded settles its deadline, and starts those that count from it.</Text>
          ) : (
            <ul className="facts">
              {items.map(({ id, fact, effectiveOn, value, evidence, recordedBy, takenBack }) => (
                <li key={id}>
                  <Said gone={takenBack !== null}>
                    <b>{factTitle(fact)}</b>, {dayOf(effectiveOn)}
                    {factValueWords(fact, value)}
                  </Said>
                  <div className="dim">
                    by {personName(recordedBy)}
                    {typeof evidence?.note === 'string' ? `: ${evidence.note}` : ''}
                    {evidence?.documentId ? ' · with a document' : ''}
                    {takenBack && ` · taken back by ${personName(takenBack.by)}: ${takenBack.reason}`}
                  </div>
                  {mayRecord && mayTakeFactsBack(person.role) && !takenBack && (
                    <Button
                      variant="subtle"
                      size="compact-xs"
                      className="no-print"
                      aria-label={`Take back: ${factTitle(fact)}`}
                      onClick={() => ask({ what: 'take-back', fact: { id, fact, effectiveOn } })}
                    >
                      Take back …
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </Section>
  );
}

/** What was taken back is said, and struck out. */
const Said = ({ gone, children }: { gone: boolean; children: ReactNode }) => (gone ? <s>{children}</s> : children);

export function factValueWords(fact: string, value: number | string | null): string {
  if (value === null) return '';
  const kind = isMilestone(fact) ? milestones[fact].value : null;
  return ` · ${kind === 'amountCents' ? moneyWords(Number(value)) : kind === 'contingency' ? contingencyWords(value) : value}`;
}
