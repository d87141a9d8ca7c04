import { Button, Group, NativeSelect, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../../api/act.ts';
import type { Item } from '../../../api/client.ts';
import { apiQuery } from '../../../api/query.ts';
import { EmptyState } from '../../../parts/EmptyState.tsx';
import { Instant } from '../../../parts/Instant.tsx';
import { Shown } from '../../../parts/Shown.tsx';
import { Status } from '../../../parts/Status.tsx';
import type { Tone } from '../../../parts/tone.ts';
import { Section } from '../Section.tsx';
import { useDeal } from '../use-deal.ts';
import { ActForm } from './ActForm.tsx';

type Showing = Item<'/v1/deals/{no}/showings'>;
type State = 'scheduled' | 'done' | 'cancelled';
const standing: Record<string, [Tone, string]> = { scheduled: ['info', 'scheduled'], done: ['good', 'took place'], cancelled: ['neutral', 'cancelled'] };

/** Who looks at the property when, and what they said. */
export function Showings() {
  const { no, mayAct } = useDeal();
  const showings = useQuery(apiQuery('/v1/deals/{no}/showings', { path: { no } }));
  const [scheduling, setScheduling] = useState(false);
  const [changing, setChanging] = useState<Showing | null>(null);
  return (
    <Section title="Showings" aside={mayAct ? <Button onClick={() => setScheduling(true)}>Schedule …</Button> : undefined}>
      <Shown query={showings} what="the showings">
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="No showing yet">Times are those where the property is.</EmptyState>
          ) : (
            items.map((showing) => (
              <Group key={showing.id} className="offer" justify="space-between" gap="sm" align="flex-start">
                <div>
                  <Text fw={600}>{showing.visitor}</Text>
                  <Group gap="xs">
                    <Status tone={standing[showing.status]?.[0] ?? 'neutral'}>{standing[showing.status]?.[1] ?? showing.status}</Status>
                    <Text span size="sm">
                      <Instant at={showing.at} zone={showing.zone} absolute />
                    </Text>
                  </Group>
                  {showing.feedback && <Text size="sm">“{showing.feedback}”</Text>}
                  {showing.reason && <Text size="sm">{showing.reason}</Text>}
                </div>
                {mayAct && (
                  <Button variant="default" className="no-print" onClick={() => setChanging(showing)} aria-label={`Change the showing of ${showing.visitor}`}>
                    Change …
                  </Button>
                )}
              </Group>
            ))
          )
        }
      </Shown>
      {scheduling && <Schedule no={no} close={() => setScheduling(false)} />}
      {changing && <Change no={no} showing={changing} close={() => setChanging(null)} />}
    </Section>
  );
}

function Schedule({ no, close }: { no: number; close: () => void }) {
  const schedule = useAct('post', '/v1/deals/{no}/showings');
  const [at, setAt] = useState('');
  const [visitor, setVisitor] = useState('');
  return (
    <ActForm
      title="Schedule a showing"
      confirm="Schedule"
      pending={schedule.isPending}
      problem={schedule.error}
      disabled={!at || !visitor.trim()}
      onSubmit={() => schedule.mutate({ path: { no }, body: { at, visitor: visitor.trim() } }, { onSuccess: close })}
      close={close}
    >
      <TextInput label="Visitor" value={visitor} onChange={({ currentTarget }) => setVisitor(currentTarget.value)} maxLength={200} required data-autofocus />
      <TextInput
        label="When"
        description="Where the property is"
        type="datetime-local"
        value={at}
        onChange={({ currentTarget }) => setAt(currentTarget.value)}
        required
      />
    </ActForm>
  );
}

function Change({ no, showing, close }: { no: number; showing: Showing; close: () => void }) {
  const change = useAct('post', '/v1/deals/{no}/showings/{showingNo}');
  const [status, setStatus] = useState(showing.status as State);
  const [at, setAt] = useState('');
  const [feedback, setFeedback] = useState(showing.feedback ?? '');
  const [reason, setReason] = useState('');
  const changes = {
    ...(status !== showing.status ? { status } : {}),
    ...(at ? { at } : {}),
    ...(feedback.trim() && feedback !== showing.feedback ? { feedback: feedback.trim() } : {}),
    ...(reason.trim() ? { reason: reason.trim() } : {}),
  };
  return (
    <ActForm
      title={`The showing of ${showing.visitor}`}
      confirm="Save"
      pending={change.isPending}
      problem={change.error}
      disabled={Object.keys(changes).length === 0}
      onSubmit={() => change.mutate({ path: { no, showingNo: showing.showingNo }, body: changes }, { onSuccess: close })}
      close={close}
    >
      <NativeSelect
        label="State"
        value={status}
        onChange={({ currentTarget }) => setStatus(currentTarget.value as State)}
        data={Object.entries(standing).map(([value, [, label]]) => ({ value, label }))}
      />
      <TextInput
        label="Another time"
        description="Left empty, the time stays"
        type="datetime-local"
        value={at}
        onChange={({ currentTarget }) => setAt(currentTarget.value)}
      />
      <Textarea
        label="What the visitor said"
        value={feedback}
        onChange={({ currentTarget }) => setFeedback(currentTarget.value)}
        maxLength={2000}
        autosize
        minRows={2}
      />
      <TextInput label="Why it moved or was cancelled" value={reason} onChange={({ currentTarget }) => setReason(currentTarget.value)} maxLength={500} />
    </ActForm>
  );
}
