import './review.css';
import { Anchor, Button, Group, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { apiPages, apiQuery } from '../../api/query.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { useKeys } from '../../parts/keys.ts';
import { Page } from '../../parts/Page.tsx';
import { Shown } from '../../parts/Shown.tsx';
import { count } from '../../parts/time.ts';
import { Looked } from './Looked.tsx';
import { after, byFile } from './queue.ts';

const route = getRouteApi('/shell/review');

/** Documents one after the other, by keys alone: what it is, good or not and why, next. */
export function Review() {
  const { deal, doc } = route.useSearch();
  const queue = useInfiniteQuery(apiPages('/v1/documents', { query: { status: 'in-review', limit: 200, ...(deal ? { deal } : {}) } }));
  const waiting = useMemo(() => byFile(queue.data?.pages.flatMap(({ items }) => items) ?? []), [queue.data]);
  const files = new Set(waiting.map(({ dealNo }) => dealNo)).size;
  return (
    <Page
      title="Review"
      aside={
        <Group gap="md">
          {queue.data && waiting.length > 0 && (
            <Text size="sm" role="status">
              {waiting.length}
              {queue.hasNextPage ? ' or more' : ''} to review{deal ? ` on deal ${deal}` : ` in ${count(files, 'file')}`}
            </Text>
          )}
          {deal && (
            <Anchor component={Link} to="/review" search={{} as never} size="sm">
              All files
            </Anchor>
          )}
        </Group>
      }
    >
      <Shown query={queue} what="what waits for a review">
        {() => <Queue waiting={waiting} deal={deal} doc={doc} />}
      </Shown>
    </Page>
  );
}

type Waiting = { id: string; dealNo: number; version: number; property: string | null };
const versionOf = ({ id, version }: { id: string; version: number }): string => `${id} ${version}`;

function Queue({ waiting: listed, deal, doc }: { waiting: Waiting[]; deal: number | undefined; doc: string | undefined }) {
  const navigate = route.useNavigate();
  const seen = useRef<string[]>([]);
  // What was decided here is still in the list until that is read anew.
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const waiting = useMemo(() => listed.filter((each) => !done.has(versionOf(each))), [listed, done]);
  const id = doc ?? waiting[0]?.id;
  const open = useQuery({ ...apiQuery('/v1/documents/{id}', { path: { id: id ?? '' } }), enabled: id !== undefined });
  // The address names what is looked at, so that the queue may change around it.
  useEffect(() => {
    if (doc === undefined && id !== undefined) void navigate({ search: (before) => ({ ...before, doc: id }), replace: true });
  }, [doc, id, navigate]);
  const go = (to: string | undefined): void => void navigate({ search: ({ doc: _, ...rest }) => (to ? { ...rest, doc: to } : rest), replace: true });
  const next = (options = {}, leave?: string): void => {
    const current = open.data ?? waiting.find((each) => each.id === id) ?? null;
    const to = after(
      waiting.filter((each) => each.id !== leave),
      current,
      options,
    );
    if (id && (to || leave)) seen.current.push(id);
    if (to || leave) go(to?.id);
  };
  const previous = (): void => {
    const to = seen.current.pop();
    if (to) go(to);
  };
  useKeys([
    { key: 'n', what: 'Skip to the next document', run: () => next() },
    { key: 'f', what: 'Skip to the next file', run: () => next({ file: true }) },
    { key: 'p', what: 'The document before', run: previous },
  ]);
  if (id === undefined)
    return (
      <EmptyState
        title={deal ? `Nothing of deal ${deal} waits for a review` : 'Every document is reviewed'}
        action={
          <Group>
            {seen.current.length > 0 && (
              <Button variant="default" onClick={previous}>
                Back to the last one (p)
              </Button>
            )}
            {deal ? (
              <Anchor component={Link} to="/deals/$no/documents" params={{ no: String(deal) } as never}>
                Documents of deal {deal}
              </Anchor>
            ) : (
              <Anchor component={Link} to="/">
                What needs me now
              </Anchor>
            )}
          </Group>
        }
      >
        What is uploaded or sent again appears here by itself.
      </EmptyState>
    );
  const place = waiting.findIndex((each) => each.id === id);
  return (
    <Shown query={open} what="the document">
      {(document) => (
        <Looked
          key={document.id}
          document={document}
          property={waiting.find(({ dealNo }) => dealNo === document.dealNo)?.property ?? null}
          place={place >= 0 ? `${place + 1} of ${waiting.length}` : null}
          decided={() => {
            setDone((before) => new Set(before).add(versionOf(document)));
            next({}, document.id);
          }}
          next={waiting.some((each) => each.id !== id) ? () => next() : null}
          previous={seen.current.length > 0 ? previous : null}
        />
      )}
    </Shown>
  );
}
