import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconCircleX, IconHandStop, IconInfoCircle, IconProgress } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Tone } from './tone.ts';

const icons = {
  good: IconCircleCheck,
  warn: IconAlertTriangle,
  bad: IconCircleX,
  info: IconInfoCircle,
  neutral: IconCircleDashed,
  working: IconProgress,
  stopped: IconHandStop,
};

/** A state as icon and words; colour only repeats what both say. */
export function Status({ tone, icon, children }: { tone: Tone; icon?: keyof typeof icons; children: ReactNode }) {
  const Icon = icons[icon ?? tone];
  return (
    <span className="status" style={{ color: `var(--tone-${tone})` }}>
      <Icon size={16} stroke={2} aria-hidden />
      <span className="clip">{children}</span>
    </span>
  );
}
