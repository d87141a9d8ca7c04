import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listChanged } from './changes.ts';
import type { EnvelopesPage } from './client.ts';

const now = new Date('2026-11-20T12:00:00.000Z');
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const instant = (minutes: number): string => new Date(now.getTime() - 86_400_000 + minutes * 60_000).toISOString();

/** A provider where something changes between any two pages. */
function provider(changedAt: number[], moving: number[]) {
  const minutes = new Map(changedAt.map((at, n) => [id(n), at]));
  let clock = 1000;
  let asked = 0;
  const list = async ({ from_date = '', start_position = '0', count = '' }: Record<string, string>): Promise<EnvelopesPage> => {
    const fitting = [...minutes].filter(([, at]) => instant(at) >= from_date).toSorted((a, b) => a[1] - b[1]);
    const shown = fitting.slice(Number(start_position), Number(start_position) + Number(count));
    const page = {
      resultSetSize: shown.length,
      totalSetSize: fitting.length,
      envelopes: shown.map(([envelopeId, at]) => ({ envelopeId, status: 'sent' as const, statusChangedDateTime: instant(at) })),
    };
    const mover = moving[asked++];
    if (mover !== undefined && changedAt.length > 0) minutes.set(id(mover % changedAt.length), clock++);
    return page;
  };
  return { list, asked: () => asked };
}

test('nothing is left out, however much changes between two pages', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(900), { maxLength: 450 }), fc.array(fc.nat(), { maxLength: 8 }), async (changedAt, moving) => {
      const { envelopes, through } = await listChanged(provider(changedAt, moving).list, null, now);
      expect(envelopes.map(({ envelopeId }) => envelopeId).toSorted()).toEqual(changedAt.map((_, n) => id(n)).toSorted());
      expect(through === null).toBe(changedAt.length === 0);
    }),
    { numRuns: 100 },
  );
});

test('hundreds that changed in the same instant are passed too', async () => {
  const { list, asked } = provider(
    Array.from({ length: 350 }, () => 5),
    [],
  );
  const { envelopes, through } = await listChanged(list, instant(6), now);
  expect([envelopes.length, through, asked()]).toEqual([350, instant(6), 5]);
});
