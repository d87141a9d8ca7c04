import type { TextState } from './store.ts';

/** A Message as Twilio's public specification describes it. */
export function messageResource(accountSid: string, { sid, at, from, to, body, status, errorCode, updatedAt }: TextState): object {
  const uri = `/2010-04-01/Accounts/${accountSid}/Messages/${sid}`;
  return {
    account_sid: accountSid,
    api_version: '2010-04-01',
    body,
    date_created: rfc2822(at),
    date_sent: status === 'queued' ? null : rfc2822(updatedAt),
    date_updated: rfc2822(updatedAt),
    direction: 'outbound-api',
    error_code: errorCode === null ? null : Number(errorCode),
    error_message: errorCode === null ? null : 'Unreachable destination handset',
    from,
    messaging_service_sid: null,
    num_media: '0',
    num_segments: String(Math.max(1, Math.ceil(body.length / 153))),
    price: null,
    price_unit: 'USD',
    sid,
    status,
    subresource_uris: { media: `${uri}/Media.json` },
    to,
    uri: `${uri}.json`,
  };
}

export function messagesPage(accountSid: string, all: TextState[], filter: Record<string, string | undefined>, page: number, size: number): object {
  const uri = (number: number): string => {
    const query = new URLSearchParams({ PageSize: String(size), Page: String(number) });
    if (filter.to) query.set('To', filter.to);
    if (filter.from) query.set('From', filter.from);
    return `/2010-04-01/Accounts/${accountSid}/Messages.json?${query}`;
  };
  const start = page * size;
  const shown = all.slice(start, start + size);
  return {
    end: start + Math.max(shown.length - 1, 0),
    first_page_uri: uri(0),
    messages: shown.map((text) => messageResource(accountSid, text)),
    next_page_uri: start + size < all.length ? uri(page + 1) : null,
    page,
    page_size: size,
    previous_page_uri: page > 0 ? uri(page - 1) : null,
    start,
    uri: uri(page),
  };
}

const words: Record<number, string> = {
  20003: 'Authenticate',
  20404: 'The requested resource was not found',
  20429: 'Too Many Requests',
  20500: 'Internal Server Error',
  21211: "Invalid 'To' Phone Number",
  21408: "Permission to send an SMS has not been enabled for the region indicated by the 'To' number",
  21602: 'Message body is required.',
  21603: "A 'From' phone number is required.",
  21604: "A 'To' phone number is required.",
  21606: "The 'From' phone number provided is not a valid message-capable Twilio phone number.",
  21609: "The 'StatusCallback' URL is not a valid URL.",
  21610: 'Attempt to send to unsubscribed recipient',
  21612: "Message cannot be sent with the current combination of 'To' and/or 'From' parameters",
  21614: "'To' number is not a valid mobile number",
  21617: 'The concatenated message body exceeds the 1600 character limit.',
};

export const twilioProblem = (code: number, status: number): object => ({
  code,
  message: words[code] ?? 'Error',
  more_info: `https://www.twilio.com/docs/errors/${code}`,
  status,
});

/** `Thu, 24 Aug 2023 05:01:45 +0000` */
const rfc2822 = (iso: string): string => new Date(iso).toUTCString().replace('GMT', '+0000');
