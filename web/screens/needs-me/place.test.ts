import { describe, expect, it } from 'vitest';
import { taskKinds } from '../../../domain/closing/task-kinds.ts';
import type { NeedsMeLine } from './lines.ts';
import { elsewhereOf, oneActOf, placeOf } from './place.ts';
import { titleOf } from './words.ts';

const aboutId = '3f0b5a52-7a9f-4a53-9e0c-0d6a2f1f7a11';
const line = (kind: string, more: Partial<NeedsMeLine> = {}): NeedsMeLine => ({
  ...{ bucket: 'today', taskId: aboutId, parkedId: null, kind, title: kind, reason: 'test', role: 'coordinator', owner: null, ownerId: null },
  ...{ dueAt: '2026-12-01T15:00:00.000Z', dealNo: 26, leadNo: null, aboutId: null, contactId: null, property: null },
  ...more,
});
const href = (of: NeedsMeLine, maySystem = true): string | null => {
  const place = placeOf(of, maySystem);
  if (!place) return null;
  const path = Object.entries(place.params ?? {}).reduce((to, [name, value]) => to.replace(`$${name}`, value), place.to);
  return place.search ? `${path}?${new URLSearchParams(place.search as Record<string, string>)}` : path;
};

describe('a line leads to where it is acted on', () => {
  it('of every kind, with a deal, and for a role that has nothing to do with the machinery', () => {
    for (const kind of taskKinds) {
      expect(href(line(kind)), kind).toMatch(/^\/(deals\/26|review\?deal=26|unmatched$|system$)/);
      expect(href(line(kind), false), kind).toMatch(/^\/(deals\/26|review\?deal=26|unmatched$)/);
      expect(href(line(kind)), kind).not.toContain('$');
    }
  });

  it.each([
    ['release-message', {}, '/deals/26/messages'],
    ['approve-offer', {}, '/deals/26/offers'],
    ['review-document', { aboutId }, `/review?deal=26&doc=${aboutId}`],
    ['review-document', {}, '/review?deal=26'],
    ['collect-documents', {}, '/deals/26/documents'],
    ['answer-law-questions', {}, '/deals/26/documents'],
    ['meet-deadline', {}, '/deals/26/timeline'],
    ['answer-seller', { contactId: aboutId }, `/conversations/${aboutId}`],
    ['answer-seller', { dealNo: null, leadNo: 7 }, '/leads/7'],
    ['call-seller', { leadNo: 7 }, '/leads/7'],
    ['decide-unknown-send', {}, '/deals/26/messages'],
    ['decide-unknown-send', { dealNo: null, leadNo: 7 }, '/system'],
    ['fix-template', {}, '/deals/26/offers'],
    ['fix-template', { leadNo: 7 }, '/deals/26/messages'],
    ['signature-notice', {}, '/deals/26/signatures'],
    ['match-message', { dealNo: null }, '/unmatched'],
    ['parked-event', {}, '/system'],
    ['of a newer version', {}, '/deals/26'],
    ['of a newer version', { dealNo: null }, null],
  ] as const)('%s %j: %s', (kind, more, to) => {
    expect(href(line(kind, more))).toBe(to);
  });

  it('and offers no “done” where a person’s word does not make it true', () => {
    for (const kind of [
      'approve-offer',
      'release-message',
      'decide-unknown-send',
      'decide-unknown-lookup',
      'review-document',
      'record-contract',
      'collect-documents',
    ])
      expect(oneActOf({ kind }), kind).not.toBe('done');
    expect(oneActOf({ kind: 'call-seller' })).toBe('done');
    // Answered by telephone, perhaps: a person's word for it, beside the way to the conversation.
    expect([oneActOf({ kind: 'answer-seller' }), elsewhereOf({ kind: 'answer-seller' })]).toEqual([{ go: 'Answer' }, 'Answered already']);
    expect([elsewhereOf({ kind: 'record-contract' }), elsewhereOf({ kind: 'of-tomorrow' })]).toEqual([null, null]);
  });

  it('and names the house instead of the number of the deal', () => {
    const property = '1208 FAIRWIN AVE, NASHVILLE, TN 37216';
    expect(titleOf({ title: 'Approve the offer of deal 26', dealNo: 26, property })).toBe('Approve the offer of 1208 Fairwin Ave');
    expect(titleOf({ title: 'Approve the offer of deal 26', dealNo: 26, property: null })).toBe('Approve the offer of deal 26');
    expect(titleOf({ title: 'Deals 2 and deal 260', dealNo: 26, property })).toBe('Deals 2 and deal 260');
  });
});
