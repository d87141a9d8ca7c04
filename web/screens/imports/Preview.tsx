import { Alert, Button, Group, NativeSelect, NumberInput, Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { MappingChoice } from '../../../domain/sourcing/imports.schemas.ts';
import type { Answer } from '../../api/client.ts';
import { uuid } from '../../api/intent.ts';
import { useMe } from '../../api/me.ts';
import { asProblem, type Problem } from '../../api/problem.ts';
import { upload } from '../../api/upload.ts';
import { touch } from '../../live/affects.ts';
import { useBusinessNow } from '../../parts/Instant.tsx';
import { ProblemView } from '../../parts/ProblemView.tsx';
import { Shown } from '../../parts/Shown.tsx';
import { count, dateIn } from '../../parts/time.ts';
import { type Base, ReadAs, SaveReading, type Seen } from './ReadAs.tsx';

const numbered = [1, 2, 3].flatMap((n) => [
  { value: `phone.${n}`, label: `Phone ${n}` },
  { value: `phoneType.${n}`, label: `Kind of phone ${n}` },
  { value: `phoneDnc.${n}`, label: `Do not call phone ${n}` },
  { value: `email.${n}`, label: `E-mail ${n}` },
]);

/** What each column of a list would mean, with samples; changeable, and nothing is a lead before it is confirmed. */
export default function Preview({ file, close }: { file: File; close: () => void }) {
  const [base, setBase] = useState<Base | null>(null);
  const [changed, setChanged] = useState<Record<string, string | null>>({});
  const columns = { ...base?.choice.columns, ...changed };
  const choice: MappingChoice = { ...base?.choice, ...(Object.keys(columns).length > 0 ? { columns } : {}) };
  const mapping = Object.keys(choice).length > 0 ? JSON.stringify(choice) : undefined;
  const [id] = useState(uuid);
  const query = useQuery({
    queryKey: ['import-preview', id, mapping] as const,
    queryFn: ({ signal }) => upload('/v1/imports/preview', { file, fields: { mapping }, signal }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (query.error && !query.data)
    return (
      <>
        <ProblemView error={query.error} />
        <Button mt="sm" variant="default" onClick={close} style={{ alignSelf: 'flex-start' }}>
          Take another file
        </Button>
      </>
    );
  return (
    <Shown query={query} what="the list">
      {(seen) => (
        <Reading
          {...{ file, seen, mapping, base, close, pending: query.isFetching }}
          change={(header, field) => setChanged((before) => ({ ...before, [header]: field }))}
          readBy={(next) => {
            setBase(next);
            setChanged({});
          }}
        />
      )}
    </Shown>
  );
}

type ReadingProps = {
  file: File;
  seen: Seen;
  mapping: string | undefined;
  pending: boolean;
  close: () => void;
  change: (header: string, field: string | null) => void;
  base: Base | null;
  readBy: (base: Base) => void;
};

function Reading({ file, seen, mapping, base, pending, close, change, readBy }: ReadingProps) {
  const { brokerage } = useMe();
  const now = useBusinessNow();
  const [list, setList] = useState(file.name.replace(/\.(csv|txt|tsv)?(\.gz)?$/i, ''));
  const [source, setSource] = useState('');
  const [date, setDate] = useState(() => dateIn(now(), brokerage.zone));
  const [cost, setCost] = useState<number | string>('');
  const [relation, setRelation] = useState('cold');
  const [key] = useState(uuid);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const bring = useMutation<Answer<'/v1/imports', 'post'>, Problem>({
    mutationFn: () =>
      upload('/v1/imports', {
        ...{ file, idempotencyKey: key },
        fields: {
          list: list.trim(),
          source: source.trim(),
          date,
          relation,
          mapping,
          ...(cost === '' ? {} : { costCents: String(Math.round(Number(cost) * 100)) }),
        },
      }).catch((error: unknown) => {
        throw asProblem(error);
      }),
    retry: (times, problem) => problem.passing && times < 3,
    onSuccess: ({ importNo }) => {
      void touch(queries, [{ under: '/v1/imports' }]);
      void navigate({ to: '/imports/$no', params: { no: String(importNo) } as never });
    },
  });
  const fields = useMemo(() => [...Object.entries(seen.fields).map(([value, label]) => ({ value, label })), ...numbered], [seen.fields]);
  const read = seen.columns.filter(({ field }) => field !== null).length;
  const kept = seen.columns.length - read;
  return (
    <>
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }} spacing="xs" mb="xs">
        <TextInput size="xs" label="Name of the list" value={list} onChange={({ currentTarget }) => setList(currentTarget.value)} maxLength={200} />
        <TextInput
          size="xs"
          label="Where it is from"
          placeholder="County, PropStream …"
          value={source}
          onChange={({ currentTarget }) => setSource(currentTarget.value)}
          maxLength={100}
        />
        <TextInput size="xs" type="date" label="Date of the list" value={date} onChange={({ currentTarget }) => setDate(currentTarget.value)} />
        <NumberInput size="xs" label="What it cost" prefix="$" min={0} decimalScale={2} thousandSeparator="," value={cost} onChange={setCost} />
        <NativeSelect
          size="xs"
          label="These owners"
          data={[
            { value: 'cold', label: 'have never heard of us' },
            { value: 'known', label: 'know us' },
          ]}
          value={relation}
          onChange={({ currentTarget }) => setRelation(currentTarget.value)}
        />
        <ReadAs seen={seen} base={base} set={readBy} />
      </SimpleGrid>
      <Group justify="space-between" mb="xs" gap="xs">
        <Text size="sm" role="status">
          {count(read, 'column')} {read === 1 ? 'is' : 'are'} read, {kept} kept beside the lead as {kept === 1 ? 'it is' : 'they are'}. Dates are read as{' '}
          {seen.dateOrder === 'mdy' ? 'month/day/year' : 'day/month/year'}.
          {seen.layout.linesBeforeData > 1 ? ` ${count(seen.layout.linesBeforeData - 1, 'line')} above the header left out.` : ''}
        </Text>
        <Group gap="xs">
          <SaveReading seen={seen} set={readBy} />
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button onClick={() => bring.mutate()} loading={bring.isPending} disabled={!seen.usable || pending || list.trim() === ''}>
            Import the list
          </Button>
        </Group>
      </Group>
      {!seen.usable && (
        <Alert color="yellow" mb="xs" title="No column names a property yet">
          Say which column holds the parcel number (with its county), or the street address of the property.
        </Alert>
      )}
      {bring.error && <ProblemView error={bring.error} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys */}
      <section className="scroll" tabIndex={0} aria-label="Columns of the list">
        <table className="table" aria-label="What the columns mean" style={{ minWidth: 720 }}>
          <thead>
            <tr>
              <th scope="col" style={{ width: '24%' }}>
                Column
              </th>
              <th scope="col" style={{ width: '30%' }}>
                Means
              </th>
              <th scope="col">First lines</th>
            </tr>
          </thead>
          <tbody>
            {seen.columns.map(({ header, field, samples }, index) => (
              // Headers may repeat: their place is who they are.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <tr key={index}>
                <td style={{ overflowWrap: 'anywhere', fontWeight: 500 }}>{header || `column ${index + 1}`}</td>
                <td>
                  <Select
                    size="xs"
                    aria-label={`What “${header || `column ${index + 1}`}” means`}
                    data={field && !fields.some(({ value }) => value === field) ? [...fields, { value: field, label: field }] : fields}
                    value={field}
                    onChange={(value) => change(header, value)}
                    placeholder="Kept as it is"
                    searchable
                    clearable
                    clearButtonProps={{ 'aria-label': `Keep “${header}” as it is` }}
                    comboboxProps={{ withinPortal: true }}
                  />
                </td>
                <td>
                  <Text size="sm" c={field ? undefined : 'dimmed'} className="clip">
                    {samples.filter(Boolean).join(' · ') || 'empty'}
                  </Text>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
