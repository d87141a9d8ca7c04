import { Anchor, Button, FileButton, Group, Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useState } from 'react';
import type { Item } from '../../api/client.ts';
import { useMay } from '../../api/me.ts';
import { apiPages } from '../../api/query.ts';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { Instant } from '../../parts/Instant.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Page } from '../../parts/Page.tsx';
import { Shown } from '../../parts/Shown.tsx';
import { Status } from '../../parts/Status.tsx';
import { dateWords } from '../../parts/time.ts';
import type { Tone } from '../../parts/tone.ts';
import { Jobs } from '../leads/Jobs.tsx';

const Preview = lazy(() => import('./Preview.tsx'));
type ImportRow = Item<'/v1/imports'>;
const idOf = ({ importNo }: ImportRow): string => String(importNo);

/** Lists that were taken in; a new one is dropped here and looked at before it is stored as leads. */
export function Imports() {
  const mayImport = useMay('sourcing:write');
  const [file, setFile] = useState<File | null>(null);
  const query = useInfiniteQuery(apiPages('/v1/imports', { query: { limit: 100 } }));
  if (file)
    return (
      <Page title={`How “${file.name}” is read`}>
        <Suspense fallback={<Loading what="the list" />}>
          <Preview file={file} close={() => setFile(null)} />
        </Suspense>
      </Page>
    );
  return (
    <Page title="Imports">
      {mayImport && <Drop take={setFile} />}
      <Jobs />
      <Shown query={query} what="the imports">
        {({ pages }) => (
          <Table
            rows={pages.flatMap(({ items }) => items)}
            more={query.hasNextPage ? { pending: query.isFetchingNextPage, fetch: () => void query.fetchNextPage() } : null}
          />
        )}
      </Shown>
    </Page>
  );
}

function Drop({ take }: { take: (file: File) => void }) {
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button beside it is the first
    <div
      className="drop"
      data-over={over}
      style={{ marginBottom: 12 }}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file) take(file);
      }}
    >
      <FileButton onChange={(file) => file && take(file)} accept=".csv,.txt,.tsv,.gz,text/csv" inputProps={{ 'aria-label': 'A list as a CSV file' }}>
        {(props) => (
          <Button {...props} leftSection={<IconUpload size={15} aria-hidden />}>
            Choose a list
          </Button>
        )}
      </FileButton>
      <Text size="sm" c="dimmed">
        or drop it here. CSV, or CSV packed with gzip, up to 2 GB. Nothing becomes a lead before you have seen how its columns are read.
      </Text>
    </div>
  );
}

export const importStatus: Record<ImportRow['status'], { tone: Tone; label: string; icon?: 'working' }> = {
  queued: { tone: 'info', label: 'waiting', icon: 'working' },
  running: { tone: 'info', label: 'being read', icon: 'working' },
  finished: { tone: 'good', label: 'finished' },
  failed: { tone: 'bad', label: 'failed' },
};
const number = (n: number | undefined): string => (n === undefined ? '–' : n.toLocaleString('en-US'));

const columns: readonly Column<ImportRow>[] = [
  {
    id: 'list',
    header: 'List',
    width: 260,
    card: 'title',
    cell: ({ importNo, list, fileName }) => (
      <div>
        <div className="clip" style={{ fontWeight: 500 }}>
          <Anchor component={Link} to="/imports/$no" params={{ no: String(importNo) } as never} inherit>
            {list}
          </Anchor>
        </div>
        <Text size="xs" c="dimmed" className="clip">
          Import {importNo} · {fileName}
        </Text>
      </div>
    ),
  },
  {
    id: 'status',
    header: 'Status',
    width: 120,
    cell: ({ status }) => {
      const { label, ...look } = importStatus[status];
      return <Status {...look}>{label}</Status>;
    },
  },
  { id: 'lines', header: 'Lines', width: 80, end: true, cell: ({ lines }) => number(lines) },
  { id: 'new', header: 'New', width: 80, end: true, has: ({ report }) => report !== null, cell: ({ report }) => number(report?.new) },
  { id: 'updated', header: 'Updated', width: 85, end: true, has: ({ report }) => report !== null, cell: ({ report }) => number(report?.updated) },
  {
    id: 'rejected',
    header: 'Rejected',
    width: 90,
    end: true,
    has: ({ report }) => report !== null,
    cell: ({ report }) =>
      report?.rejected.total ? (
        <span style={{ color: 'var(--tone-bad)', fontWeight: 600 }}>{number(report.rejected.total)}</span>
      ) : (
        number(report?.rejected.total)
      ),
  },
  { id: 'date', header: 'Date of the list', width: 130, cell: ({ date }) => dateWords(date) },
  { id: 'at', header: 'Taken in', width: 110, cell: ({ createdAt }) => <Instant at={createdAt} /> },
];

function Table({ rows, more }: { rows: ImportRow[]; more: { pending: boolean; fetch: () => void } | null }) {
  const goTo = useNavigate();
  const open = useCallback(({ importNo }: ImportRow) => void goTo({ to: '/imports/$no', params: { no: String(importNo) } as never }), [goTo]);
  if (rows.length === 0)
    return (
      <EmptyState title="No list has been imported yet">
        Exports of PropStream, DealMachine and BatchLeads and the rolls of many counties are recognised by themselves; in any other list you say which column
        means what.
      </EmptyState>
    );
  return (
    <>
      <DataTable label="Imports" rows={rows} columns={columns} idOf={idOf} open={open} />
      {more && (
        <Group justify="center" pt="xs">
          <Button variant="default" loading={more.pending} onClick={more.fetch}>
            Show more
          </Button>
        </Group>
      )}
    </>
  );
}
