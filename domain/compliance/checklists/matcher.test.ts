import { expect, test } from 'vitest';
import { matchDocument } from './matcher.ts';

const best = (fileName: string, text = '', jurisdictions?: string[]) => matchDocument({ fileName, text }, jurisdictions)[0];

test.each([
  ['scan_0012.pdf', 'Information About Brokerage Services\nTexas law requires all real estate license holders …\nIABS 1-2', 'TX-IABS', '1-2'],
  ['IABS_1–1_signed.pdf', '', 'TX-IABS', '1-1'],
  ['OP-H.pdf', '', 'TX-SDN', null],
  ["Seller's Disclosure Notice - 12 Oak St.pdf", '', 'TX-SDN', null],
  ['sellers_disclosure_notice_v2.PDF', '', 'TX-SDN', null],
  ['upload.pdf', 'T-47 RESIDENTIAL REAL PROPERTY AFFIDAVIT (MAY BE MODIFIED AS APPROPRIATE)', 'TX-T47', null],
  ['T-47.1 declaration.pdf', '', 'TX-T47', null],
  ['addendum.pdf', 'ADDENDUM FOR PROPERTY SUBJECT TO MANDATORY MEMBERSHIP IN A PROPERTY OWNERS ASSOCIATION … TREC NO. 36-11', 'TX-HOA', '36-11'],
  ['third-party-financing-addendum.pdf', 'TREC No 40-11', 'TX-FINANCING', '40-11'],
  ['OP-L.pdf', 'Addendum for Seller’s Disclosure of Information on Lead-Based Paint', 'TX-LEAD', null],
  ['lead based paint disclosure.pdf', '', 'US-LEAD', null],
  ['doc.pdf', 'REAL ESTATE TRANSFER DISCLOSURE STATEMENT (C.A.R. Form TDS, Revised 6/24)', 'CA-TDS', null],
  ['closing_disclosure_final.pdf', '', 'US-TRID', null],
  ['HOA Disclosure Summary.pdf', '', 'FL-HOA', null],
  ['FIRPTA.pdf', 'CERTIFICATE OF NON-FOREIGN STATUS', 'US-FIRPTA', null],
  ['Notice of Assignment.docx', '', 'TN-ASSIGNMENT-NOTICE', null],
])('%s is taken for what it is', (fileName, text, id, version) => {
  expect(best(fileName, text)).toMatchObject({ id, formVersion: version, onChecklist: true });
});

test('a contract that mentions its addenda is not taken for one of them', () => {
  const footer = '\nTREC NO. 20-18\n';
  const text = `ONE TO FOUR FAMILY RESIDENTIAL CONTRACT (RESALE)\n${'lorem '.repeat(200)}${footer}Third Party Financing Addendum; Seller's Disclosure Notice; T-47${footer}TREC No. 36-11${footer}`;
  const matches = matchDocument({ fileName: 'contract.pdf', text });
  expect(matches[0]).toMatchObject({ id: 'TX-CONTRACT', onChecklist: false, formVersion: '20-18' });
  expect(matches.slice(1).every(({ score }) => score < matches[0]!.score - 0.3)).toBe(true);
});

test('every proposal gives its reasons and a score below certainty, the likeliest first', () => {
  const matches = matchDocument({
    fileName: 'TREC No. 36-11 HOA addendum.pdf',
    text: 'Addendum for property subject to mandatory membership in a property owners’ association TREC NO. 36-11',
  });
  expect(matches[0]).toMatchObject({
    id: 'TX-HOA',
    reasons: expect.arrayContaining([expect.stringContaining('the file name holds the form number TREC NO. 36-11')]),
  });
  expect(matches.map(({ score }) => score)).toEqual(matches.map(({ score }) => score).toSorted((a, b) => b - a));
  for (const { score, reasons } of matches) expect(score > 0 && score < 1 && reasons.length > 0).toBe(true);
});

test('forms of other states are left out when the deal’s are named', () => {
  expect(matchDocument({ fileName: 'seller property disclosure.pdf', text: '' }, ['US', 'FL']).map(({ id }) => id)).toEqual(['FL-LATENT-DEFECTS']);
  expect(matchDocument({ fileName: 'OP-H.pdf', text: '' }, ['US', 'CA'])).toEqual([]);
});

test.each(['IMG_2041.jpg', '2026-11-20-18.pdf', 'invoice 36-11.pdf', 'STOP-HERE.pdf', 'T-470.pdf', 'shop-hours.pdf', ''])('%s is nobody’s form', (fileName) =>
  expect(matchDocument({ fileName, text: '' })).toEqual([]),
);

test('text of any size and kind is answered at once', () => {
  const started = performance.now();
  matchDocument({ fileName: '('.repeat(200), text: 'TREC No. '.repeat(500_000) });
  expect(performance.now() - started).toBeLessThan(2_000);
});
