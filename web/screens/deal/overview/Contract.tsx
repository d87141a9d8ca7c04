import { Text } from '@mantine/core';
import { Money } from '../../../parts/Money.tsx';
import { count } from '../../../parts/time.ts';
import { dayWithYear, timeWords } from '../days.ts';
import { Section } from '../Section.tsx';
import { useDeadlines, useDeal } from '../use-deal.ts';
import { blankWords } from '../words.ts';

const ends: Record<string, string> = { terminated: 'ended without a closing', closed: 'closed', 'set-aside': 'set aside; the deal waits for a new one' };

/** The dates and numbers of the contract, as amended. */
export function Contract() {
  const { no, contract } = useDeal();
  const deadlines = useDeadlines(no).data?.items ?? [];
  if (!contract) return null;
  const { formTitle, formVersion, effectiveOn, effectiveTime, priceCents, periods, dates, status, endedReason, amendments, blanks } = contract;
  const closing = deadlines.find(({ evidence }) => evidence === 'Closing.Completed');
  const titleOf = (name: string): string => blanks.periods.find((blank) => blank.name === name)?.title ?? blankWords(name);
  return (
    <Section title="Key dates and terms">
      {status !== 'in-force' && (
        <Text mb={4}>
          This contract is {ends[status] ?? status}
          {endedReason ? `: ${endedReason}` : ''}.
        </Text>
      )}
      <dl className="terms">
        <dt>Form</dt>
        <dd>
          {formTitle}, {formVersion}
        </dd>
        <dt>Effective</dt>
        <dd>
          {dayWithYear(effectiveOn)}, {timeWords(effectiveTime)}
        </dd>
        <dt>Price</dt>
        <dd>
          <Money cents={priceCents} />
        </dd>
        {closing?.date && (
          <>
            <dt>Closing</dt>
            <dd>{dayWithYear(closing.date)}</dd>
          </>
        )}
        {Object.entries(dates)
          .filter(([name]) => !['closingDate', 'statedClosingDate', 'closeOfEscrowDate'].includes(name))
          .map(([name, value]) => (
            <Term key={name} name={name === 'financed' ? 'Financed' : blankWords(name)} value={valueWords(value)} />
          ))}
        {Object.entries(periods).map(([name, days]) => (
          <Term key={name} name={titleOf(name)} value={count(Number(days), 'day')} />
        ))}
        {amendments.length > 0 && <Term name="Amendments" value={String(amendments.length)} />}
      </dl>
    </Section>
  );
}

const Term = ({ name, value }: { name: string; value: string }) => (
  <>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </>
);

const valueWords = (value: unknown): string =>
  typeof value === 'boolean'
    ? value
      ? 'yes'
      : 'no'
    : /^\d{4}-\d{2}-\d{2}$/.test(String(value))
      ? dayWithYear(String(value))
      : String(value).replace('-', ' ');
