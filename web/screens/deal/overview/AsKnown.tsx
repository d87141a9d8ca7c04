import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '../../../api/query.ts';
import { Instant } from '../../../parts/Instant.tsx';
import { Money } from '../../../parts/Money.tsx';
import { Shown } from '../../../parts/Shown.tsx';
import { dayOf, dayWithYear } from '../days.ts';
import { Section } from '../Section.tsx';
import { useDeal } from '../use-deal.ts';
import { factTitle, roleWords, sentence, stageWords } from '../words.ts';
import { factValueWords } from './Facts.tsx';

/** The file at the end of a day: only what was known then. */
export function AsKnown({ day }: { day: string }) {
  const { no, zone } = useDeal();
  const known = useQuery(apiQuery('/v1/deals/{no}/as-of', { path: { no }, query: { asOf: day } }));
  return (
    <Shown query={known} what={`the file as of ${dayOf(day)}`}>
      {({ stage, since, contract, deadlines, facts, parties }) => (
        <div className="overview">
          <div>
            <Section title="Where it stood">
              <Text>
                {stage === null ? 'The deal was not opened yet' : sentence(stageWords(stage))}
                {since && (
                  <>
                    {' since '}
                    <Instant at={since} zone={zone} absolute />
                  </>
                )}
                .
              </Text>
            </Section>
            <Section title="Deadlines as they were known">
              {deadlines.length === 0 ? (
                <Text>There was no contract, and no deadline.</Text>
              ) : (
                <ul className="steps">
                  {[...deadlines]
                    .sort((a, b) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9'))
                    .map(({ clock, title, date, status, extended }) => (
                      <li key={clock}>
                        <span>{title}</span>
                        <span className="dim">
                          {date ? dayOf(date) : 'no date yet'}
                          {status === 'pending' ? (extended ? ` · extended from ${dayOf(extended.from.date)}` : '') : ` · ${status}`}
                        </span>
                      </li>
                    ))}
                </ul>
              )}
            </Section>
          </div>
          <div>
            <Section title="Contract">
              {contract ? (
                <dl className="terms">
                  <dt>Effective</dt>
                  <dd>{dayWithYear(contract.effectiveOn)}</dd>
                  <dt>Price</dt>
                  <dd>
                    <Money cents={contract.priceCents} />
                  </dd>
                  <dt>Amendments</dt>
                  <dd>{contract.amendments === 0 ? 'none' : contract.amendments}</dd>
                  {contract.status !== 'in-force' && (
                    <>
                      <dt>State</dt>
                      <dd>{contract.status}</dd>
                    </>
                  )}
                </dl>
              ) : (
                <Text>None was recorded.</Text>
              )}
            </Section>
            <Section title="What had happened">
              {facts.length === 0 ? (
                <Text>Nothing was recorded.</Text>
              ) : (
                <ul className="facts">
                  {facts.map(({ fact, effectiveOn, value }) => (
                    <li key={`${fact} ${effectiveOn}`}>
                      <b>{factTitle(fact)}</b>, {dayOf(effectiveOn)}
                      {factValueWords(fact, value)}
                    </li>
                  ))}
                </ul>
              )}
            </Section>
            <Section title="Who took part">
              <Text>
                {Object.entries(parties)
                  .filter(([, many]) => many > 0)
                  .map(([role, many]) => (many === 1 ? sentence(roleWords(role)) : `${many} × ${roleWords(role)}`))
                  .join(', ') || 'Nobody yet'}
              </Text>
            </Section>
          </div>
        </div>
      )}
    </Shown>
  );
}
