import type { Deps } from './deps.ts';
import type { OfEnvelope } from './signing/context.ts';
import { correctSigners } from './signing/correct.ts';
import { closeEnvelope, type Withdrawal, withdrawEnvelope } from './signing/end.ts';
import { giveUpEnvelope, lookForEnvelope, sendEnvelope } from './signing/send.ts';

/** One envelope at the signature provider. Facts change under the deal's lock; the provider is called between two such changes. */
export function createSigningActivities(deps: Deps) {
  return {
    sendEnvelope: (args: OfEnvelope) => sendEnvelope(deps, args),
    lookForEnvelope: (args: OfEnvelope & { look: number }) => lookForEnvelope(deps, args),
    giveUpEnvelope: (args: OfEnvelope & { code: string; message: string }) => giveUpEnvelope(deps, args),
    correctSigners: (args: OfEnvelope) => correctSigners(deps, args),
    withdrawEnvelope: (args: Withdrawal) => withdrawEnvelope(deps, args),
    closeEnvelope: (args: OfEnvelope) => closeEnvelope(deps, args),
  };
}
