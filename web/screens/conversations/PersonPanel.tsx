import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useMay } from '../../api/me.ts';
import { DealLink } from '../../parts/DealLink.tsx';
import { pointWords } from '../../parts/phone.ts';
import { placeWords } from '../../parts/place.ts';
import { Status } from '../../parts/Status.tsx';
import type { Person, Point } from './words.ts';

const Consent = lazy(() => import('./Consent.tsx'));

/** Who it is: every number and address with what may be done with it, every property, every deal. */
export function PersonPanel({ person }: { person: Person }) {
  const { points, properties, parties, mailing, statedZone } = person;
  const mayConsent = useMay('outreach:write');
  const [phone, setPhone] = useState<string | null>(null);
  return (
    <Stack gap="sm" className="panel">
      <section aria-label="Phones and e-mail addresses">
        <Title order={2}>Phones and e-mail</Title>
        {points.length === 0 && (
          <Text size="sm" c="dimmed">
            None is known.
          </Text>
        )}
        <ul style={{ margin: 0, padding: 0, listStyle: 'none' }}>
          {points.map((point) => (
            <li key={`${point.kind} ${point.value}`} style={{ padding: '4px 0', borderBottom: '1px solid var(--line)' }}>
              <PointView point={point} {...(mayConsent ? { consent: () => setPhone(point.value) } : {})} />
            </li>
          ))}
        </ul>
      </section>
      {(mailing || statedZone) && (
        <Text size="sm">
          {mailing && <>Lives at {placeWords(mailing)}. </>}
          {statedZone && <>Told us their zone: {statedZone}.</>}
        </Text>
      )}
      <section aria-label="Properties">
        <Title order={2}>Properties</Title>
        {properties.length === 0 && (
          <Text size="sm" c="dimmed">
            Owns none of our leads.
          </Text>
        )}
        <ul style={{ margin: 0, paddingInlineStart: 18 }}>
          {properties.map(({ leadNo, property, dealNo, stage, side }) => (
            <li key={`${leadNo} ${dealNo}`}>
              <Anchor component={Link} to="/leads/$no" params={{ no: String(leadNo) } as never} inherit>
                {property ? placeWords(property) : `Lead ${leadNo}`}
              </Anchor>
              {dealNo !== null && (
                <Text size="sm">
                  <DealLink dealNo={dealNo} /> · {side} · {stage?.replaceAll('-', ' ')}
                </Text>
              )}
            </li>
          ))}
        </ul>
      </section>
      {parties.length > 0 && (
        <section aria-label="Deals they take part in">
          <Title order={2}>Takes part in</Title>
          <ul style={{ margin: 0, paddingInlineStart: 18 }}>
            {parties.map(({ partyId, dealNo, role, left }) => (
              <li key={partyId}>
                <DealLink dealNo={dealNo} /> as {role.replaceAll('-', ' ')}
                {left ? ' (left)' : ''}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Suspense>{phone && <Consent person={person} phone={phone} close={() => setPhone(null)} />}</Suspense>
    </Stack>
  );
}

/** `sms: opt-out (message/…)` as a person says it. */
const inWords = (told: string): string =>
  told
    .replace(/\bsms:/g, 'texts:')
    .replace(/\bcall:/g, 'calls:')
    .replace(/\bemail:/g, 'e-mail:')
    .replace(/\(message\/[^)]*\)/g, '(a message of theirs)')
    .replace(/\(send\/[^)]*\)/g, '(the provider’s answer)')
    .replaceAll('opt-out', 'opted out');

function PointView({ point, consent }: { point: Point; consent?: () => void }) {
  return (
    <>
      <div style={{ overflowWrap: 'anywhere', fontWeight: 500 }}>{pointWords(point)}</div>
      <Text size="xs" c="dimmed">
        {[point.lineType, `from ${point.source}`, point.last ? 'wrote from here last' : null].filter(Boolean).join(' · ')}
      </Text>
      {point.doNotCall && <Status tone="bad">do not call</Status>}
      {point.wrong && <Status tone="bad">somebody else’s</Status>}
      {point.suppressed && (
        <Text size="xs" c="var(--tone-bad)">
          No more {inWords(point.suppressed)}
        </Text>
      )}
      {point.consent ? (
        <Text size="xs" c="var(--tone-good)">
          Consent to {inWords(point.consent)}
        </Text>
      ) : (
        point.kind === 'phone' && (
          <Group gap={6}>
            <Text size="xs" c="dimmed">
              No consent to texts on record
            </Text>
            {consent && !point.wrong && (
              <Button size="compact-xs" variant="default" onClick={consent} aria-label={`Record it: consent to texts at ${pointWords(point)}`}>
                Record it
              </Button>
            )}
          </Group>
        )
      )}
    </>
  );
}
