import fc from 'fast-check';
import { type EnvelopeReport, envelopeStatuses, signerStatuses } from './envelope.ts';

const at = fc.integer({ min: 0, max: 30 }).map((hours) => new Date(Date.UTC(2026, 10, 2, hours)).toISOString());
const reason = fc.option(fc.constantFrom('Price too low', 'Wrong names'), { nil: null });

/** Reports as they could arrive, also ones that contradict each other. */
export const anyReport: fc.Arbitrary<EnvelopeReport> = fc.record({
  envelopeId: fc.constant('aaaaaaaa-0000-4000-8000-000000000001'),
  at,
  status: fc.option(fc.constantFrom(...envelopeStatuses), { nil: null }),
  reason,
  signers: fc.uniqueArray(
    fc.record({
      recipientId: fc.constantFrom('1', '2', '3'),
      routingOrder: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
      status: fc.constantFrom(...signerStatuses),
      at,
      reason,
    }),
    { selector: ({ recipientId }) => recipientId },
  ),
});
