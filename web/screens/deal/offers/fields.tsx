import { Chip, Group, NativeSelect, NumberInput, Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { type contingencyKinds, financings, contingencyKinds as kinds } from '../../../../domain/closing/offers-received.ts';
import { apiQuery } from '../../../api/query.ts';

export type Contingency = (typeof contingencyKinds)[number];
export type Financing = (typeof financings)[number];

/** Dollars, kept as whole cents. */
export function MoneyInput({
  label,
  cents,
  onChange,
  required = false,
}: {
  label: string;
  cents: number | null;
  onChange: (cents: number | null) => void;
  required?: boolean;
}) {
  return (
    <NumberInput
      label={label}
      prefix="$"
      thousandSeparator=","
      decimalScale={2}
      allowNegative={false}
      hideControls
      required={required}
      value={cents === null ? '' : cents / 100}
      onChange={(value) => onChange(typeof value === 'number' ? Math.round(value * 100) : null)}
    />
  );
}

const financingNames: Partial<Record<Financing, string>> = { fha: 'FHA', va: 'VA', usda: 'USDA', seller: 'seller finance' };
export const financingWords = (financing: string): string => financingNames[financing as Financing] ?? financing;
export const contingencyWords = (kind: string): string => kind.replaceAll('-', ' ');

export const FinancingInput = ({ value, onChange }: { value: Financing; onChange: (financing: Financing) => void }) => (
  <NativeSelect
    label="Financing"
    value={value}
    onChange={({ currentTarget }) => onChange(currentTarget.value as Financing)}
    data={financings.map((financing) => ({ value: financing, label: financingWords(financing) }))}
  />
);

export function ContingencyInput({ value, onChange }: { value: Contingency[]; onChange: (kinds: Contingency[]) => void }) {
  const label = useId();
  return (
    <div>
      <Text size="sm" fw={600} id={label} mb={4}>
        Contingencies
      </Text>
      <Chip.Group multiple value={value} onChange={(chosen) => onChange(chosen as Contingency[])}>
        <Group gap={6} role="group" aria-labelledby={label}>
          {kinds.map((kind) => (
            <Chip key={kind} value={kind} size="xs">
              {contingencyWords(kind)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </div>
  );
}

/** A document of the file, where one shows it. */
export function DocumentInput({
  no,
  label,
  value,
  onChange,
  required = false,
}: {
  no: number;
  label: string;
  value: string | null;
  onChange: (id: string | null) => void;
  required?: boolean;
}) {
  const documents = useQuery(apiQuery('/v1/deals/{no}/documents', { path: { no } }));
  return (
    <Select
      label={label}
      placeholder={documents.data?.items.length === 0 ? 'The file has no document yet' : 'None'}
      clearable={!required}
      clearButtonProps={{ 'aria-label': `Clear: ${label}` }}
      searchable
      value={value}
      onChange={onChange}
      data={(documents.data?.items ?? []).map(({ id, title, documentNo }) => ({ value: id, label: `${title} (${documentNo})` }))}
    />
  );
}
