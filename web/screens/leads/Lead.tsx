import { Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useMay } from '../../api/me.ts';
import { apiQuery } from '../../api/query.ts';
import { DealLink } from '../../parts/DealLink.tsx';
import { Instant } from '../../parts/Instant.tsx';
import { useKeys } from '../../parts/keys.ts';
import { Page } from '../../parts/Page.tsx';
import { pointWords } from '../../parts/phone.ts';
import { placeWords } from '../../parts/place.ts';
import { Shown } from '../../parts/Shown.tsx';
import { Status } from '../../parts/Status.tsx';
import { count, dateWords } from '../../parts/time.ts';
import { Score } from './columns.tsx';
import { Decision } from './Decision.tsx';
import { Lookups } from './Lookups.tsx';
import { Panel } from './Panel.tsx';
import { type LeadDetail, nameOfFact, nameOfLead, statusWords, valueOfFact } from './words.ts';

const Decide = lazy(() => import('./Decide.tsx'));
const Enrich = lazy(() => import('./Enrich.tsx'));
const OpenDeal = lazy(() => import('./OpenDeal.tsx'));
const route = getRouteApi('/shell/leads/$no');

/** One lead: what is known of the property and its owners, and why it was decided as it was. */
export function Lead() {
  const { no } = route.useParams();
  const query = useQuery(apiQuery('/v1/leads/{no}', { path: { no: Number(no) } }));
  const name = query.data ? nameOfLead(query.data) : `Lead ${no}`;
  return (
    <Page title={name} aside={query.data && <Acts lead={query.data} />}>
      <Shown query={query} what={`lead ${no}`}>
        {(lead) => <File lead={lead} />}
      </Shown>
    </Page>
  );
}

function Acts({ lead }: { lead: LeadDetail }) {
  const [mayDecide, mayOpen] = [useMay('sourcing:write'), useMay('closing:write')];
  const [asked, setAsked] = useState<'qualified' | 'rejected' | 'enrich' | 'deal' | null>(null);
  const review = mayDecide && lead.status === 'review';
  useKeys([
    ...(review
      ? [
          { key: 'q', what: 'Qualify', run: () => setAsked('qualified') },
          { key: 'r', what: 'Reject', run: () => setAsked('rejected') },
        ]
      : []),
    ...(mayDecide ? [{ key: 'l', what: 'Look up', run: () => setAsked('enrich') }] : []),
    ...(mayOpen ? [{ key: 'o', what: 'Open a deal', run: () => setAsked('deal') }] : []),
  ]);
  return (
    <Group gap="xs" className="no-print">
      {review && (
        <>
          <Button onClick={() => setAsked('qualified')}>Qualify</Button>
          <Button variant="default" onClick={() => setAsked('rejected')}>
            Reject
          </Button>
        </>
      )}
      {mayDecide && (
        <Button variant="default" onClick={() => setAsked('enrich')}>
          Look up
        </Button>
      )}
      {mayOpen && (
        <Button variant="default" onClick={() => setAsked('deal')}>
          Open a deal
        </Button>
      )}
      <Suspense>
        {(asked === 'qualified' || asked === 'rejected') && <Decide outcome={asked} leads={[lead]} close={() => setAsked(null)} />}
        {asked === 'enrich' && <Enrich leadNos={[lead.leadNo]} close={() => setAsked(null)} />}
        {asked === 'deal' && <OpenDeal leadNo={lead.leadNo} name={nameOfLead(lead)} close={() => setAsked(null)} />}
      </Suspense>
    </Group>
  );
}

function File({ lead }: { lead: LeadDetail }) {
  const { status } = lead;
  return (
    <div style={{ flex: 1, minHeight: 0, overflow: 'auto' }}>
      <Group gap="lg" mb="sm">
        <Status tone={statusWords[status].tone}>{statusWords[status].label}</Status>
        <span>
          Score <Score score={lead.score} hot={lead.hot} />
        </span>
        <Text c="dimmed" size="sm">
          Lead {lead.leadNo} · {lead.relation === 'cold' ? 'from a list, never in touch' : 'known to us'} · changed <Instant at={lead.updatedAt} />
        </Text>
      </Group>
      <div className="columns">
        <Stack gap="sm">
          <Owners lead={lead} />
          <Facts lead={lead} />
          <Around lead={lead} />
        </Stack>
        <Stack gap="sm">
          <Decision lead={lead} />
        </Stack>
      </div>
    </div>
  );
}

function Owners({ lead: { owners } }: { lead: LeadDetail }) {
  const mayTalk = useMay('outreach:read');
  return (
    <Panel title={owners.length > 1 ? 'Owners' : 'Owner'}>
      {owners.length === 0 && (
        <Text size="sm" c="dimmed">
          No owner is known. A look-up asks the data providers.
        </Text>
      )}
      <Stack gap="sm">
        {owners.map(({ id, name, kind, points }) => (
          <div key={id}>
            <Group gap="xs">
              <Text fw={600}>{name}</Text>
              {kind !== 'person' && (
                <Badge variant="default" tt="none">
                  {kind}
                </Badge>
              )}
              {mayTalk && (
                <Anchor component={Link} to="/conversations/$contactId" params={{ contactId: id } as never} size="sm">
                  Conversation<span className="visually-hidden"> with {name}</span>
                </Anchor>
              )}
            </Group>
            {points.length === 0 ? (
              <Text size="sm" c="dimmed">
                No phone or e-mail is known.
              </Text>
            ) : (
              <ul style={{ margin: '2px 0 0', paddingInlineStart: 18 }}>
                {points.map((point) => (
                  <li key={point.value}>
                    {pointWords(point)}
                    <Text span size="sm" c="dimmed">
                      {[point.lineType, `from ${point.source}`, point.sandbox ? 'invented by the sandbox' : null].filter(Boolean).map((each) => ` · ${each}`)}
                    </Text>
                    {point.doNotCall && (
                      <>
                        {' '}
                        <Status tone="bad" icon="stopped">
                          do not call
                        </Status>
                      </>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </div>
        ))}
      </Stack>
    </Panel>
  );
}

function Facts({ lead }: { lead: LeadDetail }) {
  const facts = Object.entries({
    propertyType: lead.propertyType,
    county: lead.county && placeWords(lead.county),
    parcelNumber: lead.parcelNumber,
    ...lead.facts,
  }).flatMap(([name, value]) => {
    const words = valueOfFact(name, value);
    return words === null ? [] : [[name, words] as const];
  });
  const unread = Object.entries(lead.unread);
  return (
    <Panel title="Property">
      <dl className="facts">
        {facts.map(([name, words]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{nameOfFact(name)}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {unread.length > 0 && (
        <>
          <Text size="sm" fw={600} mt="sm">
            Could not be read
          </Text>
          <dl className="facts">
            {unread.map(([name, why]) => (
              <div key={name} style={{ display: 'contents' }}>
                <dt>{nameOfFact(name)}</dt>
                <dd>{valueOfFact(name, why)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </Panel>
  );
}

function Around({ lead: { deals, lists, lookups } }: { lead: LeadDetail }) {
  return (
    <Panel title="Deals, lists, look-ups">
      <dl className="facts">
        {deals.map(({ dealNo, side, stage }) => (
          <div key={dealNo} style={{ display: 'contents' }}>
            <dt>deal</dt>
            <dd>
              <DealLink dealNo={dealNo} /> · {side} · {stage.replaceAll('-', ' ')}
            </dd>
          </div>
        ))}
        {lists.map(({ importNo, listName, listDate }) => (
          <div key={importNo} style={{ display: 'contents' }}>
            <dt>list</dt>
            <dd>
              <Anchor component={Link} to="/imports/$no" params={{ no: String(importNo) } as never} inherit>
                {listName}
              </Anchor>{' '}
              of {dateWords(listDate)}
            </dd>
          </div>
        ))}
        <Lookups lookups={lookups} />
      </dl>
      {deals.length + lists.length + lookups.length === 0 && (
        <Text size="sm" c="dimmed">
          {count(0, 'deal')}, on no list, never looked up.
        </Text>
      )}
    </Panel>
  );
}
