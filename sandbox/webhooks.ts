import { randomUUID } from 'node:crypto';
import { signDocusign } from '../domain/closing/signature.docusign.ts';
import { signStandard } from '../domain/outreach/signature.standard.ts';
import { signTwilio } from '../domain/outreach/signature.twilio.ts';
import type { Faults } from './faults.ts';
import type { Delivery } from './journal.ts';
import type { Store } from './store.ts';

export type Webhooks = {
  /** Puts webhooks on their way, in this order, each a delay after the one before. */
  send(...contents: { url: string; content: Delivery['content'] }[]): void;
  /** Delivers all that waits, now; answers once nothing is left that can be delivered. */
  settle(): Promise<void>;
  setDelay(delayMs: number): void;
  stop(): void;
};
type Keys = { authToken: string; emailSecrets: string[]; connectKeys: string[] };

/** Waits between attempts: a receiver that was restarted or killed gets what it missed. */
const backoffMs = [500, 1000, 2000, 5000, 10_000, 30_000, 60_000, 120_000, 300_000, 600_000];

/** Posts webhooks signed as the vendors sign, one at a time, at least once. What waits survives a restart of the sandbox. */
export function createWebhooks(store: Store, faults: Faults, keys: Keys, delayMs: number): Webhooks {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let queue: Promise<void> = Promise.resolve();
  const struck = new Set<string>();

  /** One drain at a time: two would deliver the same webhook twice. */
  const drain = (isDue: (delivery: Delivery) => boolean, failed = new Set<string>()): Promise<void> => {
    queue = queue.then(async () => {
      for (let due = earliest(store, isDue); due && !stopped; due = earliest(store, isDue)) if (!(await attempt(due))) failed.add(due.id);
      wake();
    });
    return queue;
  };
  const wake = (): void => {
    clearTimeout(timer);
    const first = earliest(store, () => true);
    if (first && !stopped) timer = setTimeout(() => void drain(({ dueAt }) => dueAt <= Date.now()), Math.max(0, first.dueAt - Date.now()));
  };

  /** False when the receiver did not take it and it waits for another attempt. */
  const attempt = async (delivery: Delivery): Promise<boolean> => {
    const done = (outcome: string): true => {
      store.add({ type: 'webhook-done', id: delivery.id, outcome });
      return true;
    };
    const later = (ms: number, attempts = delivery.attempts): true => {
      store.add({ type: 'webhook', delivery: { ...delivery, attempts, dueAt: Date.now() + ms } });
      return true;
    };
    const fault = struck.has(delivery.id) ? null : faults.strike('webhooks', delivery.id);
    // Struck once: late or out of order, but it comes.
    struck.add(delivery.id);
    if (fault === 'webhook-lost') return done('lost');
    if (fault === 'webhook-late') return later(10_000);
    const overtaking = fault === 'webhook-reordered' ? earliest(store, ({ id, url }) => id !== delivery.id && url === delivery.url) : undefined;
    if (overtaking) {
      struck.add(overtaking.id);
      return later(Math.max(0, overtaking.dueAt - Date.now()) + 5);
    }
    if (fault === 'webhook-forged') await post(forged(delivery), strangersKeys);
    if (fault === 'webhook-duplicate') await post(delivery, keys);
    const status = await post(delivery, keys, fault === 'webhook-skewed' ? -3600 : 0);
    if (status >= 200 && status < 300) return done('delivered');
    // A refusal stands, as at the vendors; a receiver that was down or overloaded is tried again.
    const refused = status >= 400 && status < 500 && status !== 429 && status !== 408 && fault !== 'webhook-skewed';
    if (refused || delivery.attempts >= backoffMs.length) return done(`refused ${status}`);
    later(backoffMs[delivery.attempts]!, delivery.attempts + 1);
    return false;
  };

  wake();
  return {
    send(...contents) {
      contents.forEach(({ url, content }, at) => {
        store.add({ type: 'webhook', delivery: { id: `msg_${randomUUID()}`, url, dueAt: Date.now() + delayMs * (at + 1) + at, attempts: 0, content } });
      });
      wake();
    },
    settle() {
      // What the receiver does not take now waits on; trying it again at once would only use up its attempts.
      const failed = new Set<string>();
      return drain(({ id }) => !failed.has(id), failed);
    },
    setDelay(ms) {
      delayMs = ms;
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

const strangersKeys: Keys = {
  authToken: 'a-stranger-without-the-token',
  emailSecrets: [`whsec_${Buffer.alloc(24, 7).toString('base64')}`],
  connectKeys: ['a-stranger-without-the-key'],
};

function earliest(store: Store, isDue: (delivery: Delivery) => boolean): Delivery | undefined {
  let found: Delivery | undefined;
  for (const delivery of store.deliveries.values()) if ((!found || delivery.dueAt < found.dueAt) && isDue(delivery)) found = delivery;
  return found;
}

/** Signed now, as a vendor signs each attempt; answers with the receiver's status, 0 when there was none. */
async function post(delivery: Delivery, keys: Keys, skewSeconds = 0): Promise<number> {
  const { url } = delivery;
  const { body, headers } = signed(delivery, keys, Math.floor(Date.now() / 1000) + skewSeconds);
  try {
    const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal: AbortSignal.timeout(15_000) });
    await answer.body?.cancel();
    return answer.status;
  } catch {
    return 0;
  }
}

function signed({ id, url, content, attempts }: Delivery, { authToken, emailSecrets, connectKeys }: Keys, timestamp: number) {
  switch (content.kind) {
    case 'form': {
      const headers = {
        'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
        'x-twilio-signature': signTwilio(authToken, url, content.params),
        'i-twilio-idempotency-token': id,
      };
      return { body: new URLSearchParams(content.params).toString(), headers };
    }
    case 'json': {
      const headers = {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': signStandard(emailSecrets[0]!, id, timestamp, content.body),
      };
      return { body: content.body, headers };
    }
    case 'connect': {
      // There is no time in the signature, and the count of attempts is in the body.
      const body = JSON.stringify({ ...(JSON.parse(content.body) as object), retryCount: attempts });
      const signatures = connectKeys.map((key, at) => [`x-docusign-signature-${at + 1}`, signDocusign(key, body)]);
      return { body, headers: { 'content-type': 'application/json; charset=utf-8', ...Object.fromEntries(signatures) } };
    }
    default:
      return content satisfies never;
  }
}

/** The same webhook as somebody else would make it up: an opt-out of a person who never wrote, a contract nobody signed. */
function forged(delivery: Delivery): Delivery {
  const { content } = delivery;
  return {
    ...delivery,
    id: `forged_${delivery.id}`,
    content:
      content.kind === 'form' ? { kind: 'form', params: { ...content.params, Body: 'STOP' } } : content.kind === 'connect' ? completed(content) : content,
  };
}

function completed({ body }: { body: string }): Delivery['content'] {
  const { data, ...rest } = JSON.parse(body) as { data: { envelopeId: string } };
  return { kind: 'connect', body: JSON.stringify({ ...rest, event: 'envelope-completed', data: { envelopeId: data.envelopeId } }) };
}
