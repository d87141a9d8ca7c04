import { describe, expect, it } from 'vitest';
import { dayLine } from './report.ts';

describe('dayLine', () => {
  it('tells a day in one line, in the order of the journey', () => {
    expect(dayLine({ date: '2026-11-26', happened: { replies: 1, 'deals opened': 25, 'follow-ups ended': 1, 'tasks for people': 3 } })).toBe(
      'Thu 2026-11-26 · 25 deals opened, 1 reply, 3 tasks for people, 1 follow-up ended',
    );
  });

  it('tells what became of signatures', () => {
    expect(dayLine({ date: '2026-11-26', happened: { 'envelopes sent': 2, 'envelopes signed by all': 1, 'envelopes declined': 1 } })).toBe(
      'Thu 2026-11-26 · 2 envelopes sent, 1 envelope signed by all, 1 envelope declined',
    );
  });

  it('tells what became of offers that buyers made', () => {
    expect(dayLine({ date: '2026-11-26', happened: { 'offers received': 2, 'offers received that expired': 1, 'listings ended': 1 } })).toBe(
      'Thu 2026-11-26 · 2 offers received, 1 offer received that expired, 1 listing ended',
    );
  });

  it('says of one thing that it is one', () => {
    expect(dayLine({ date: '2026-11-27', happened: { 'e-mails sent': 1, 'offers expired': 1, 'opt-outs': 1, 'messages held back': 1 } })).toBe(
      'Fri 2026-11-27 · 1 e-mail sent, 1 message held back, 1 opt-out, 1 offer expired',
    );
  });
});
