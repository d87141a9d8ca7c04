import './documents.css';
import { Alert, Anchor, Group, Progress, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { Answer } from '../../../api/client.ts';
import { useMe } from '../../../api/me.ts';
import { apiQuery } from '../../../api/query.ts';
import { EmptyState } from '../../../parts/EmptyState.tsx';
import { useBusinessNow } from '../../../parts/Instant.tsx';
import { Shown } from '../../../parts/Shown.tsx';
import { count, dateIn } from '../../../parts/time.ts';
import { useDeal } from '../use-deal.ts';
import { Entry } from './Entry.tsx';
import { type Checklist, type Item, sorted } from './items.ts';
import { Others } from './Others.tsx';
import { Questions } from './Questions.tsx';
import { DropArea, UploadButton, Uploads } from './Uploads.tsx';
import { useUpload } from './use-upload.ts';

const Versions = lazy(() => import('./Versions.tsx').then((module) => ({ default: module.Versions })));
const Override = lazy(() => import('./Override.tsx'));

/** What the law asks of this file and how each document stands; files are dropped anywhere. */
export function Documents() {
  const { no } = useDeal();
  const checklist = useQuery(apiQuery('/v1/deals/{no}/checklist', { path: { no } }));
  const documents = useQuery(apiQuery('/v1/deals/{no}/documents', { path: { no } }));
  return (
    <Shown query={checklist} what="the checklist">
      {(list) => (
        <Shown query={documents} what="the documents">
          {({ items }) => <File list={list} documents={items} />}
        </Shown>
      )}
    </Shown>
  );
}

type Document = Answer<'/v1/deals/{no}/documents', 'get'>['items'][number];

function File({ list, documents }: { list: Checklist; documents: Document[] }) {
  const deal = useDeal();
  const { no, mayAct, zone } = deal;
  const isBroker = useMe().person.role === 'broker' && mayAct;
  const today = dateIn(useBusinessNow()(), zone);
  const { uploads, add, again, drop } = useUpload(no);
  const [looked, setLooked] = useState<string | null>(null);
  const [overridden, setOverridden] = useState<Item | null>(null);
  const { asked, suspended, not } = sorted(list.items, today);
  const required = asked.filter(({ status }) => status === 'required');
  const done = required.filter(({ state, overridden: without }) => state === 'complete' || without).length;
  const waiting = documents.filter(({ status }) => status === 'in-review').length;
  const listed = new Set(list.items.map(({ documentId }) => documentId));
  const others = documents.filter(({ id }) => !listed.has(id));
  const acts = { look: setLooked, override: isBroker ? setOverridden : null, restore: isBroker ? setOverridden : null };
  const body = (
    <>
      <Group justify="space-between" mb="sm" gap="sm">
        <div style={{ flex: '1 1 260px', maxWidth: 420 }}>
          {required.length > 0 && (
            <>
              <Text size="sm">
                {done} of {required.length} required documents complete
                {list.missing.length === 0 && !list.behind ? ' · nothing keeps the deal from closing' : ''}
              </Text>
              <Progress value={(done / required.length) * 100} aria-label="Required documents complete" size="sm" mt={4} />
            </>
          )}
        </div>
        <Group gap="sm">
          {waiting > 0 && (
            <Anchor component={Link} to="/review" search={{ deal: no } as never} size="sm">
              Review {count(waiting, 'document')}
            </Anchor>
          )}
          {mayAct && <UploadButton label="Add files" add={add} />}
        </Group>
      </Group>
      <Uploads uploads={uploads} again={again} drop={drop} />
      {list.behind && (
        <Text size="sm" c="dimmed" role="status" mb="xs">
          Something happened that the list has not taken in yet. It follows in a moment.
        </Text>
      )}
      {!list.stateCovered && (
        <Alert
          color="yellow"
          variant="light"
          mb="sm"
          role="note"
          title={list.facts.propertyState ? 'The rules of this state are not kept here' : 'The state of the property is not known'}
        >
          {list.facts.propertyState
            ? 'Look up what the state asks for, and add those documents by hand. What federal law asks is below.'
            : 'Say it below, so that it can be told what the state asks for. What federal law asks is listed.'}
        </Alert>
      )}
      {asked.length > 0 && (
        <ul className="entries" aria-label="Documents the law asks for">
          {asked.map((item) => (
            <Entry
              key={item.document}
              item={item}
              deal={deal}
              today={today}
              documentNo={documents.find(({ id }) => id === item.documentId)?.documentNo}
              add={add}
              acts={acts}
            />
          ))}
        </ul>
      )}
      <Questions no={no} list={list} mayAct={mayAct} />
      {others.length > 0 && <Others documents={others} look={setLooked} no={no} />}
      <Quiet title="suspended by a court or an authority" items={suspended} />
      <Quiet title="not required" items={not} />
      {list.items.length === 0 && others.length === 0 && list.questions.length === 0 && (
        <EmptyState title="No documents yet" action={mayAct ? <UploadButton label="Add the first one" add={add} /> : undefined}>
          The checklist is made when the deal is under contract. Files can be added at any time: drop them here, as PDF, PNG or JPEG up to 25 MB.
        </EmptyState>
      )}
    </>
  );
  return (
    <>
      {mayAct ? <DropArea add={add}>{body}</DropArea> : body}
      <Suspense>
        {looked && <Versions id={looked} mayAct={mayAct} add={add} close={() => setLooked(null)} />}
        {overridden && <Override no={no} item={overridden} close={() => setOverridden(null)} />}
      </Suspense>
    </>
  );
}

/** What is not asked for now, with why, out of the way. */
function Quiet({ title, items }: { title: string; items: Item[] }) {
  if (items.length === 0) return null;
  return (
    <details>
      <summary>
        {items.length} {title}
      </summary>
      <ul className="quiet-list">
        {items.map(({ document, title: name, why }) => (
          <li key={document}>
            {name}{' '}
            <Text span size="sm" c="dimmed">
              {why}
            </Text>
          </li>
        ))}
      </ul>
    </details>
  );
}
