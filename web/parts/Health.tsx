import type { Health as State } from '../../domain/compliance/health.ts';
import { Hint } from './Hint.tsx';
import { Status } from './Status.tsx';
import type { Tone } from './tone.ts';

const tones: Record<State, { tone: Tone; icon?: 'stopped' }> = {
  'on track': { tone: 'good' },
  'at risk': { tone: 'warn' },
  blocked: { tone: 'bad', icon: 'stopped' },
  breached: { tone: 'bad' },
};

/** How a file stands, with the worst reason below it; derived, never set by hand. */
export function Health({ state, reason }: { state: State; reason?: string | null | undefined }) {
  const { tone, icon } = tones[state] ?? { tone: 'neutral' };
  return (
    <div>
      <Status tone={tone} {...(icon ? { icon } : {})}>
        {state}
      </Status>
      {reason && (
        <Hint label={reason}>
          <div className="clip" style={{ color: 'var(--mantine-color-dimmed)', fontSize: '0.8125rem' }}>
            {reason}
          </div>
        </Hint>
      )}
    </div>
  );
}
