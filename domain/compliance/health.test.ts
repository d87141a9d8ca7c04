import { describe, expect, it } from 'vitest';
import { type HealthFacts, healthOf } from './health.ts';

const clock = (more: object = {}): HealthFacts['clocks'][number] => ({
  ...{ clock: 'option', title: 'Option period', actor: 'buyer', status: 'pending', dueAt: '2026-12-06T23:00:00.000Z', flagged: false },
  ...{ evidence: 'InspectionReport.Received', problem: null },
  ...more,
});
const facts = (more: Partial<HealthFacts> = {}): HealthFacts => ({ clocks: [clock()], missingTitles: [], closed: false, complianceBehind: false, ...more });

describe('health', () => {
  it.each<[string, HealthFacts, string, number]>([
    ['on track while nothing is flagged', facts(), 'on track', 0],
    ['at risk by a flagged clock', facts({ clocks: [clock({ flagged: true })] }), 'at risk', 1],
    ['blocked by a clock nobody can compute', facts({ clocks: [clock({ problem: 'the form is unknown' })] }), 'blocked', 1],
    ['breached by a missed clock, whatever else there is', facts({ clocks: [clock({ flagged: true }), clock({ status: 'breached' })] }), 'breached', 2],
    ['on track with documents missing before the closing', facts({ missingTitles: ['TX-SDN'] }), 'on track', 0],
    ['blocked by them after it', facts({ missingTitles: ['TX-SDN'], closed: true }), 'blocked', 1],
    ['blocked by a compliance that lags after it', facts({ closed: true, complianceBehind: true }), 'blocked', 1],
  ])('%s', (_, given, health, risks) => {
    const found = healthOf(given);
    expect([found.health, found.risks.length]).toEqual([health, risks]);
    for (const risk of found.risks)
      expect(risk).toMatchObject({ source: expect.any(String), owner: expect.any(String), effect: expect.any(String), nextStep: expect.any(String) });
  });
});
