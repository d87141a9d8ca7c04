import { ActionIcon, Anchor, Button, Group, Text } from '@mantine/core';
import {
  IconArrowForwardUp,
  IconArrowRight,
  IconCheck,
  IconClockPause,
  type IconProps,
  IconRefresh,
  IconRosetteDiscountCheck,
  IconSend,
  IconUserCheck,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ComponentType, ReactNode } from 'react';
import { useMay, useMe } from '../../api/me.ts';
import { DealLink } from '../../parts/DealLink.tsx';
import { Hint } from '../../parts/Hint.tsx';
import { Instant } from '../../parts/Instant.tsx';
import { placeWords } from '../../parts/place.ts';
import { plain } from '../../parts/words.ts';
import type { MainAct } from './acts.ts';
import { idOf, type NeedsMeLine } from './lines.ts';
import { placeOf } from './place.ts';
import { titleOf } from './words.ts';

export type LineActs = Record<'snooze' | 'handOver' | 'claim', (line: NeedsMeLine) => void> & {
  mainOf: (line: NeedsMeLine) => MainAct;
  elsewhere: (line: NeedsMeLine) => MainAct | null;
};
type Props = {
  line: NeedsMeLine;
  current: boolean;
  tabbable: boolean;
  onFocus: () => void;
  acts: LineActs | null;
  /** On the page of its deal, which need not be named again. */
  within?: boolean;
};

/** One thing that asks for somebody: what, why, whose, until when, and what can be done at once. */
export function Line({ line, current, tabbable, onFocus, acts, within = false }: Props) {
  const { zone } = useMe().brokerage;
  const { reason, owner, role, dueAt, bucket, taskId } = line;
  const title = within ? line.title : titleOf(line);
  const place = placeOf(line, useMay('system:read'));
  return (
    <li className="card" data-row={idOf(line)} data-current={current} tabIndex={tabbable ? 0 : -1} onFocus={onFocus} aria-label={title}>
      <Group justify="space-between" wrap="nowrap" gap="sm" align="flex-start">
        <div style={{ minWidth: 0, flex: 1 }}>
          <Text fw={600} component="div">
            {place ? (
              <Anchor component={Link} {...(place as object)} c="inherit" inherit>
                {title}
              </Anchor>
            ) : (
              title
            )}
          </Text>
          <Text size="sm" c="dimmed" className="two-lines">
            {plain(reason, zone)}
          </Text>
          <Group gap={0} mt={2} fz="sm" className="dotted">
            {!within && <Whose line={line} />}
            <span>{owner ? `${owner}, ${role}` : `${role}, taken by nobody`}</span>
            <span style={bucket === 'overdue' ? { color: 'var(--tone-bad)', fontWeight: 600 } : undefined}>
              {taskId ? 'due ' : ''}
              <Instant at={dueAt} />
            </span>
          </Group>
        </div>
        {acts && (
          <Group gap={4} wrap="nowrap" className="no-print">
            <Main act={acts.mainOf(line)} of={title} />
            {taskId && (
              <>
                <Elsewhere act={acts.elsewhere(line)} of={title} />
                <Act label="Put off" of={title} icon={<IconClockPause size={18} aria-hidden />} keyName="s" onClick={() => acts.snooze(line)} />
                <Act label="Hand over" of={title} icon={<IconArrowForwardUp size={18} aria-hidden />} keyName="h" onClick={() => acts.handOver(line)} />
                {!owner && <Act label="Make it mine" of={title} icon={<IconUserCheck size={18} aria-hidden />} keyName="c" onClick={() => acts.claim(line)} />}
              </>
            )}
          </Group>
        )}
      </Group>
    </li>
  );
}

function Whose({ line: { dealNo, leadNo, property } }: { line: NeedsMeLine }) {
  const words = property && placeWords(property);
  if (dealNo !== null) return <DealLink dealNo={dealNo} property={words ? `${words} (${dealNo})` : null} />;
  if (words === null) return null;
  return leadNo === null ? (
    <span>{words}</span>
  ) : (
    <Anchor component={Link} to="/leads/$no" params={{ no: String(leadNo) } as never} inherit>
      {words}
    </Anchor>
  );
}

const signs: Record<MainAct['sign'], ComponentType<IconProps>> = {
  done: IconCheck,
  approve: IconRosetteDiscountCheck,
  send: IconSend,
  retry: IconRefresh,
  go: IconArrowRight,
};

/** The act of the line in words; its sign alone where it is narrow. */
function Main({ act: { label, sign, run }, of }: { act: MainAct; of: string }) {
  const Icon = signs[sign];
  return (
    <Hint label={`${label} (e)`}>
      <Button
        variant="default"
        size="compact-sm"
        className="line-act"
        aria-label={`${label}: ${of}`}
        leftSection={<Icon size={16} aria-hidden />}
        onClick={run}
      >
        <span className="line-act-word">{label}</span>
      </Button>
    </Hint>
  );
}

/** What the line offers may have been done outside the application. */
const Elsewhere = ({ act, of }: { act: MainAct | null; of: string }) =>
  act && <Act label={act.label} of={of} icon={<IconCheck size={18} aria-hidden />} keyName="d" onClick={act.run} />;

type ActProps = { label: string; of: string; icon: ReactNode; keyName: string; onClick: () => void };
const Act = ({ label, of, icon, keyName, onClick }: ActProps) => (
  <Hint label={`${label} (${keyName})`}>
    <ActionIcon aria-label={`${label}: ${of}`} onClick={onClick}>
      {icon}
    </ActionIcon>
  </Hint>
);
