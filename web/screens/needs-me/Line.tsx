import { ActionIcon, Anchor, Group, Text } from '@mantine/core';
import { IconArrowForwardUp, IconCheck, IconClockPause, IconRefresh, IconUserCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Item } from '../../api/client.ts';
import { DealLink } from '../../parts/DealLink.tsx';
import { Hint } from '../../parts/Hint.tsx';
import { Instant } from '../../parts/Instant.tsx';

export type NeedsMeLine = Item<'/v1/needs-me'>;
export const idOf = ({ taskId, parkedId }: NeedsMeLine): string => taskId ?? parkedId ?? '';

export type LineActs = Record<'done' | 'snooze' | 'handOver' | 'claim' | 'retry', (line: NeedsMeLine) => void>;
type Props = { line: NeedsMeLine; current: boolean; tabbable: boolean; onFocus: () => void; acts: LineActs | null };

/** One thing that asks for somebody: what, why, whose, until when, and what can be done at once. */
export function Line({ line, current, tabbable, onFocus, acts }: Props) {
  const { title, reason, dealNo, property, owner, role, dueAt, bucket, taskId } = line;
  return (
    <li className="card" data-row={idOf(line)} data-current={current} tabIndex={tabbable ? 0 : -1} onFocus={onFocus} aria-label={title}>
      <Group justify="space-between" wrap="nowrap" gap="sm" align="flex-start">
        <div style={{ minWidth: 0, flex: 1 }}>
          <Text fw={600} component="div">
            {title}
          </Text>
          <Text size="sm" c="dimmed" className="two-lines">
            {reason}
          </Text>
          <Group gap={0} mt={2} fz="sm" className="dotted">
            {dealNo && <DealLink dealNo={dealNo} property={property ? `${property} (${dealNo})` : null} />}
            {line.contactId && (
              <Anchor component={Link} to="/conversations/$contactId" params={{ contactId: line.contactId } as never} inherit>
                Open the conversation
              </Anchor>
            )}
            {!dealNo && property && <span>{property}</span>}
            <span>{owner ? `${owner}, ${role}` : `${role}, taken by nobody`}</span>
            <span style={bucket === 'overdue' ? { color: 'var(--tone-bad)', fontWeight: 600 } : undefined}>
              {taskId ? 'due ' : ''}
              <Instant at={dueAt} />
            </span>
          </Group>
        </div>
        {acts && (
          <Group gap={4} wrap="nowrap" className="no-print">
            {taskId ? (
              <>
                <Act label="Done" of={title} icon={<IconCheck size={18} aria-hidden />} keyName="e" onClick={() => acts.done(line)} />
                <Act label="Put off" of={title} icon={<IconClockPause size={18} aria-hidden />} keyName="s" onClick={() => acts.snooze(line)} />
                <Act label="Hand over" of={title} icon={<IconArrowForwardUp size={18} aria-hidden />} keyName="h" onClick={() => acts.handOver(line)} />
                {!owner && <Act label="Make it mine" of={title} icon={<IconUserCheck size={18} aria-hidden />} keyName="c" onClick={() => acts.claim(line)} />}
              </>
            ) : (
              <Act label="Take it in again" of={title} icon={<IconRefresh size={18} aria-hidden />} onClick={() => acts.retry(line)} />
            )}
          </Group>
        )}
      </Group>
    </li>
  );
}

type ActProps = { label: string; of: string; icon: ReactNode; keyName?: string; onClick: () => void };
const Act = ({ label, of, icon, keyName, onClick }: ActProps) => (
  <Hint label={keyName ? `${label} (${keyName})` : label}>
    <ActionIcon aria-label={`${label}: ${of}`} onClick={onClick}>
      {icon}
    </ActionIcon>
  </Hint>
);
