import { Text } from '@mantine/core';
import type { ArvAnswer } from '../../../domain/sourcing/comps.ts';
import type { MotivationScore } from '../../../domain/sourcing/motivation.ts';
import { Status } from '../../parts/Status.tsx';
import { dateWords, moneyWords } from '../../parts/time.ts';
import type { Tone } from '../../parts/tone.ts';
import { Panel } from './Panel.tsx';
import { type LeadDetail, nameOfFact, valueOfFact } from './words.ts';

const verdicts: Record<string, { tone: Tone; label: string }> = {
  pass: { tone: 'good', label: 'passed' },
  fail: { tone: 'bad', label: 'failed' },
  'not-evaluable': { tone: 'warn', label: 'not known yet' },
};

/** Why it was decided as it was: each clause with its values, how the score adds up, the value after repair with its comparable sales. */
export function Decision({ lead }: { lead: LeadDetail }) {
  const { decision } = lead;
  if (!decision)
    return (
      <Panel title="Decision">
        <Text c="dimmed">No rule has decided this lead yet.</Text>
      </Panel>
    );
  const { byPerson, clauses, decidedBy } = decision;
  const deciding = clauses.filter(({ id }) => decidedBy.includes(id));
  const rest = clauses.filter(({ id }) => !decidedBy.includes(id));
  return (
    <>
      <Panel title="Decision">
        <Text>
          {byPerson ? (
            <>
              A person decided: <strong>{byPerson.outcome}</strong>, because “{byPerson.reason}”. The rules
              {decision.ruleVersion ? ` (version ${decision.ruleVersion})` : ''} leave it alone.
            </>
          ) : (
            <>
              Version {decision.ruleVersion ?? '–'} of the rules says <strong>{decision.outcome}</strong>
              {deciding.length > 0 ? ` because of ${deciding.length === 1 ? 'one clause' : `${deciding.length} clauses`}.` : '.'}
            </>
          )}
        </Text>
        <div style={{ overflowX: 'auto' }}>
          <table className="plain-table" aria-label="Clauses of the rules">
            <thead>
              <tr>
                <th scope="col">Clause</th>
                <th scope="col">Verdict</th>
                <th scope="col">Values</th>
              </tr>
            </thead>
            <tbody>
              {[...deciding, ...rest].map((clause) => {
                const { tone, label } = verdicts[clause.verdict] ?? { tone: 'neutral' as const, label: clause.verdict };
                return (
                  <tr key={clause.id}>
                    <td>
                      {clause.title}
                      {decidedBy.includes(clause.id) && (
                        <Text size="xs" fw={600}>
                          decided it
                        </Text>
                      )}
                    </td>
                    <td>
                      <Status tone={tone}>{label}</Status>
                    </td>
                    <td>
                      {Object.entries(clause.values).map(([name, value]) => (
                        <div key={name}>
                          <Text span size="sm" c="dimmed">
                            {nameOfFact(name)}
                          </Text>{' '}
                          {valueOfFact(name, value) ?? 'not known'}
                        </div>
                      ))}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      </Panel>
      <Motivation motivation={decision.motivation as Omit<MotivationScore, 'score'> | null} score={decision.score} />
      <Arv arv={lead.arv as ArvAnswer | null} />
    </>
  );
}

function Motivation({ motivation, score }: { motivation: Omit<MotivationScore, 'score'> | null; score: number | null }) {
  if (!motivation?.contributions) return null;
  const { contributions, base, multiplier, recencyPoints, capped, missing } = motivation;
  return (
    <Panel title="How the score adds up">
      <dl className="facts">
        {contributions.map(({ signal, points }) => (
          <div key={signal} style={{ display: 'contents' }}>
            <dt>{signal.replaceAll('-', ' ')}</dt>
            <dd>{points}</dd>
          </div>
        ))}
        <dt>together</dt>
        <dd>
          {base} × {multiplier} for equity {recencyPoints > 0 ? `+ ${recencyPoints} for a recent filing` : ''}
          {capped ? ', capped' : ''} = <strong>{score ?? 'no score: nobody has looked for signals'}</strong>
        </dd>
      </dl>
      {missing.length > 0 && (
        <Text size="sm" c="dimmed" mt={4}>
          It can only rise: {missing.map(nameOfFact).join(', ')} {missing.length === 1 ? 'is' : 'are'} not known.
        </Text>
      )}
    </Panel>
  );
}

function Arv({ arv }: { arv: ArvAnswer | null }) {
  if (!arv) return null;
  if (arv.arvCents === null)
    return (
      <Panel title="Value after repair">
        <Text>Not known: {arv.reason}.</Text>
      </Panel>
    );
  return (
    <Panel title="Value after repair">
      <Text>
        <strong>{moneyWords(arv.arvCents)}</strong>: median price per square foot of {arv.comps.length} sales ({arv.searched}), times{' '}
        {arv.subjectSqft.toLocaleString('en-US')} sq ft.
      </Text>
      <div style={{ overflowX: 'auto' }}>
        <table className="plain-table" aria-label="Comparable sales">
          <thead>
            <tr>
              <th scope="col">Lead</th>
              <th scope="col">Sold</th>
              <th scope="col" className="end">
                Price
              </th>
              <th scope="col" className="end">
                Living area
              </th>
            </tr>
          </thead>
          <tbody>
            {arv.comps.map((comp) => (
              <tr key={comp.leadNo}>
                <td>Lead {comp.leadNo}</td>
                <td>{dateWords(comp.soldOn)}</td>
                <td className="end">{moneyWords(comp.priceCents)}</td>
                <td className="end">{comp.livingSqft.toLocaleString('en-US')} sq ft</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
