import RequestClient from 'twilio/lib/base/RequestClient.js';
import Twilio from 'twilio/lib/rest/Twilio.js';
import { ProviderFault } from '../faults.ts';
import { exchange, faultOfStatus } from '../http.ts';
import type { TextMessage } from '../ports.ts';
import { errorCode, readMessage } from './schemas.ts';

export type TwilioSettings = {
  accountSid: string;
  authToken: string;
  /** Another address than api.twilio.com, such as the sandbox's. */
  baseUrl?: string | undefined;
};

/** Hands one text to Twilio; answers with its MessageSid. A refusal carries Twilio's error code. */
export async function submitText({ accountSid, authToken, baseUrl }: TwilioSettings, message: TextMessage, signal: AbortSignal): Promise<string> {
  const client = new Twilio(accountSid, authToken, { httpClient: new Carrier(baseUrl, signal) });
  const { from, to, body, statusCallback } = message;
  const { sid } = await client.messages.create({ from, to, body, statusCallback });
  return sid;
}

/** Carries the SDK's requests: to the configured address, bounded in time and size, and judged before the SDK reads the reply. */
class Carrier extends RequestClient {
  readonly #baseUrl: string | undefined;
  readonly #signal: AbortSignal;

  constructor(baseUrl: string | undefined, signal: AbortSignal) {
    super();
    this.#baseUrl = baseUrl;
    this.#signal = signal;
  }

  override async request<TData>({ method, uri, username = '', password = '', headers, data }: RequestClient.RequestOptions<TData>): Promise<never> {
    const { pathname, search } = new URL(uri);
    const reply = await exchange({
      url: this.#baseUrl ? `${this.#baseUrl.replace(/\/+$/, '')}${pathname}${search}` : uri,
      method: method.toUpperCase(),
      headers: { ...(headers as Record<string, string>), authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` },
      body: data ? new URLSearchParams(data as Record<string, string>).toString() : null,
      signal: this.#signal,
    });
    if (reply.status < 200 || reply.status > 299) throw faultOfStatus(reply, errorCode(reply.text) ?? String(reply.status));
    const message = readMessage(reply.text);
    // It answered 2xx, so it acted; we only cannot read on what.
    if (!message) throw new ProviderFault('unclear', 'REPLY_INVALID');
    return { statusCode: reply.status, body: message, headers: reply.headers } as never;
  }
}
