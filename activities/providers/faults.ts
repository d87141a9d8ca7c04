import { ApplicationFailure } from '@temporalio/common';

/**
 * What went wrong at a provider, decided by status code and by how far the exchange got, never by message text.
 * Only `unclear` leaves open whether the provider acted; all others are definite: it did nothing.
 */
export type FaultKind =
  /** No connection, 503, or its own fault on a call without effect. */
  | 'unavailable'
  /** Not now, for this one (greylisting, mailbox busy). */
  | 'deferred'
  | 'rate-limited'
  /** Our credentials are not accepted. */
  | 'unauthorised'
  | 'refused'
  /** It answered what its contract does not allow. */
  | 'reply-invalid'
  | 'unclear';

export class ProviderFault extends Error {
  override readonly name = 'ProviderFault';
  readonly kind: FaultKind;
  /** The provider's code or status, such as `21211`, `503`, `ETIMEDOUT`. */
  readonly code: string;
  readonly retryAfterMs: number | null;

  constructor(kind: FaultKind, code: string, retryAfterMs: number | null = null) {
    super(`${kind} (${code})`);
    this.kind = kind;
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}

/** One call to a provider, for sentences and for the breaker. */
export type ProviderCall = {
  provider: string;
  /** What is asked, as it reads after "the": `text`, `e-mail`, `property record`. */
  operation: string;
  /** Whether doing it twice would be noticed (a message, a bill). */
  effect: boolean;
};

/**
 * The provider may have acted: doing it again could double it. The ledger keeps its claim and reports `unknown`;
 * anything else a provider call throws means that nothing was done and the claim can be released.
 */
export class OutcomeUnknown extends ApplicationFailure {
  readonly code: string;

  constructor({ provider, operation }: ProviderCall, code: string) {
    super(
      `Whether ${provider} took the ${operation} is unknown (${code}): look it up at ${provider}, then settle the task; it is not tried again by itself`,
      'OutcomeUnknown',
      true,
      [{ provider, code }],
    );
    this.code = code;
  }
}

const minuteMs = 60_000;

/** The one mapping from faults to failures at the activity boundary: stable types, a next step, no personal data (a provider's own words may hold some). */
export function toFailure(call: ProviderCall, fault: ProviderFault): ApplicationFailure {
  const { provider, operation } = call;
  const { code, retryAfterMs } = fault;
  const failure = (type: string, message: string, delayMs: number | null, nonRetryable = false): ApplicationFailure =>
    ApplicationFailure.create({ type, message, nonRetryable, details: [{ provider, code }], ...(delayMs === null ? {} : { nextRetryDelay: delayMs }) });
  switch (fault.kind) {
    case 'unavailable':
      return failure('ProviderUnavailable', `${provider} could not be reached for the ${operation} (${code}); it is tried again by itself`, retryAfterMs);
    case 'deferred':
      return failure('ProviderDeferred', `${provider} put the ${operation} off (${code}); it is tried again by itself`, retryAfterMs ?? 5 * minuteMs);
    case 'rate-limited':
      return failure(
        'ProviderRateLimited',
        `${provider} takes no more for the moment (${code}); the ${operation} is tried again when it does`,
        retryAfterMs ?? minuteMs,
      );
    case 'unauthorised':
      // Retried slowly: once somebody mends the credentials, what waited goes out.
      return failure(
        'ProviderUnauthorised',
        `${provider} does not accept our credentials (${code}): check them in the configuration and restart; the ${operation} waits`,
        5 * minuteMs,
      );
    case 'refused':
      return failure('ProviderRefused', `${provider} refused the ${operation} (${code}): look the code up in its list of errors`, null, true);
    case 'reply-invalid':
      return failure(
        'ProviderReplyInvalid',
        `${provider} answered the ${operation} with something its contract does not allow (${code}); it is tried again by itself`,
        minuteMs,
      );
    case 'unclear':
      return new OutcomeUnknown(call, code);
    default:
      return fault.kind satisfies never;
  }
}
