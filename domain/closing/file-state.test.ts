import { describe, expect, it } from 'vitest';
import { type FileFacts, fileState } from './file-state.ts';

const clock = (name: string, evidence: string, more: Partial<FileFacts['clocks'][number]> = {}): FileFacts['clocks'][number] => ({
  ...{ clock: name, title: name, evidence, status: 'pending', date: '2026-12-10', flagged: false },
  ...more,
});
const facts = (more: Partial<FileFacts> = {}): FileFacts => ({
  ...{ contract: 'in-force', endedReason: null, clocks: [], happened: [], missingTitles: [], complianceBehind: false, signatures: [] },
  ...more,
});

describe('where the facts put a deal', () => {
  it.each<[string, FileFacts, object]>([
    ['accepted, without a contract', facts({ contract: 'none' }), { stage: 'accepted', waitingFor: 'the contract' }],
    [
      'under contract while a contingency runs, naming the nearest date',
      facts({ clocks: [clock('closing', 'Closing.Completed', { date: '2026-12-30' }), clock('option', 'InspectionReport.Received', { date: '2026-12-06' })] }),
      { stage: 'under-contract', waitingFor: 'inspection report received by 2026-12-06' },
    ],
    [
      'at closing once only what belongs to the closing table is left',
      facts({ clocks: [clock('option', 'InspectionReport.Received', { status: 'waived' }), clock('walk-through', 'WalkThrough.Completed')] }),
      { stage: 'closing', waitingFor: 'walk-through completed by 2026-12-10' },
    ],
    [
      'signatures that are awaited stand beside the next date',
      facts({ clocks: [clock('option', 'InspectionReport.Received')], signatures: [{ what: 'document 3', signed: 1, of: 2 }] }),
      { stage: 'under-contract', waitingFor: 'inspection report received by 2026-12-10, and for signatures: 1 of 2 signed on document 3' },
    ],
    [
      'a missed clock comes before every date',
      facts({ clocks: [clock('option', 'InspectionReport.Received', { status: 'breached', date: '2026-12-20' }), clock('appraisal', 'Appraisal.Received')] }),
      { stage: 'under-contract', waitingFor: 'a person: option was missed' },
    ],
    [
      'closed at the table, held by required documents, with the list',
      facts({ happened: ['Closing.Completed'], missingTitles: ["Seller's Disclosure Notice", 'Lead disclosure'] }),
      { stage: 'closing', waitingFor: "required documents: Seller's Disclosure Notice; Lead disclosure" },
    ],
    [
      "closed at the table, held while the state's compliance lags",
      facts({ happened: ['Closing.Completed'], complianceBehind: true }),
      { stage: 'closing', waitingFor: "the state's compliance to take in the last facts of the deal" },
    ],
    ['closed', facts({ happened: ['Closing.Completed'] }), { stage: 'closed', reason: null }],
    [
      'fallen through, with its reason',
      facts({ contract: 'terminated', endedReason: 'financing denied' }),
      { stage: 'fell-through', reason: 'financing denied' },
    ],
  ])('%s', (_, given, expected) => {
    expect(fileState(given)).toEqual(expected);
  });
});
