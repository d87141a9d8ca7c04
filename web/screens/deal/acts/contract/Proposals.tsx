import { Button, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Candidate } from '../../../../../domain/closing/contract-reading/read.ts';
import { moneyWords } from '../../../../parts/time.ts';
import { dayWithYear } from '../../days.ts';
import type { Intake } from './use-intake.ts';

export const valueWords = ({ field, value }: Candidate): string =>
  field.endsWith('Cents') ? moneyWords(Number(value)) : typeof value === 'string' ? dayWithYear(value) : `${value} ${value === 1 ? 'day' : 'days'}`;

type Props = { of: string; label: string; intake: Intake; children: ReactNode };

/** A field of the contract, and under it what the document seems to say of it. */
export function Proposed({ of: field, label, intake, children }: Props) {
  const own = intake.of(field);
  return (
    <div data-field={field}>
      {children}
      {own.length > 0 && (
        <ul className="proposals" aria-label={`${label}, as the document has it`}>
          {own.map((candidate, at) => (
            <li key={String(candidate.value)} data-proposal={at}>
              {intake.isTaken(candidate) ? (
                <Text size="sm" fw={600} className="proposal-taken">
                  <IconCheck size={14} aria-hidden /> As on page {candidate.page}
                </Text>
              ) : (
                <Button
                  variant="light"
                  size="compact-sm"
                  onClick={() => intake.take(candidate)}
                  aria-label={`Take ${valueWords(candidate)}: ${label}, page ${candidate.page}`}
                >
                  Take {valueWords(candidate)}
                </Button>
              )}
              <Text size="xs" c="dimmed">
                {own.length > 1 || !intake.isTaken(candidate) ? `page ${candidate.page}: ` : ''}“{candidate.snippet}”
              </Text>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
