import { Anchor, Checkbox, Text } from '@mantine/core';
import { IconFlame } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Column } from '../../parts/DataTable.tsx';
import { Hint } from '../../parts/Hint.tsx';
import { Instant } from '../../parts/Instant.tsx';
import { Money } from '../../parts/Money.tsx';
import { placeWords } from '../../parts/place.ts';
import { Status } from '../../parts/Status.tsx';
import { type LeadRow, nameOfFact, nameOfLead, statusWords } from './words.ts';

export const selectColumn = (selected: ReadonlySet<number>, toggle: (leadNo: number) => void): Column<LeadRow> => ({
  id: 'select',
  header: 'Select',
  width: 64,
  cell: (lead) => <Checkbox size="sm" aria-label={`Select ${nameOfLead(lead)}`} checked={selected.has(lead.leadNo)} onChange={() => toggle(lead.leadNo)} />,
});

export const Score = ({ score, hot }: { score: number | null; hot: boolean }) =>
  score === null ? (
    <>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">no score</span>
    </>
  ) : (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 4 }}>
      {hot && <IconFlame size={16} role="img" aria-label="hot" color="var(--tone-bad)" />}
      {score.toLocaleString('en-US', { maximumFractionDigits: 1 })}
    </span>
  );

export const leadColumns: readonly Column<LeadRow>[] = [
  {
    id: 'property',
    header: 'Property',
    width: 300,
    card: 'title',
    cell: (lead) => (
      <div>
        <div className="clip" style={{ fontWeight: 500 }}>
          <Anchor component={Link} to="/leads/$no" params={{ no: String(lead.leadNo) } as never} inherit>
            {nameOfLead(lead)}
          </Anchor>
        </div>
        <Text size="xs" c="dimmed" className="clip">
          Lead {lead.leadNo}
          {lead.propertyType ? ` · ${lead.propertyType.replaceAll('-', ' ')}` : ''}
          {lead.county ? ` · ${placeWords(lead.county)}` : ''}
        </Text>
      </div>
    ),
  },
  { id: 'score', header: 'Score', width: 80, end: true, cell: (lead) => <Score {...lead} /> },
  {
    id: 'status',
    header: 'Status',
    width: 130,
    cell: ({ status }) => <Status tone={statusWords[status].tone}>{statusWords[status].label}</Status>,
  },
  {
    id: 'missing',
    header: 'Waits for',
    width: 200,
    has: ({ missing }) => missing.length > 0,
    cell: ({ missing }) => {
      const words = missing.map(nameOfFact).join(', ');
      return words ? (
        <Hint label={`Not known: ${words}`}>
          <div className="clip">{words}</div>
        </Hint>
      ) : null;
    },
  },
  {
    id: 'value',
    header: 'Market value',
    width: 120,
    end: true,
    has: ({ valueCents }) => valueCents !== null,
    cell: ({ valueCents }) => <Money cents={valueCents} />,
  },
  {
    id: 'decided',
    header: 'Decided',
    width: 110,
    has: ({ decidedAt }) => decidedAt !== null,
    cell: ({ decidedAt }) => (decidedAt ? <Instant at={decidedAt} /> : 'not yet'),
  },
];
