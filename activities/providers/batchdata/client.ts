import { ProviderFault } from '../faults.ts';
import { exchange, faultOfStatus } from '../http.ts';
import type { PropertyQuestion } from '../ports.ts';
import { type LookUpReply, lookUpReply } from './schemas.ts';

export type BatchDataSettings = { url: string; token: string };

/** Asks for one record; the provider bills each time it answers one. */
export async function skipTrace({ url, token }: BatchDataSettings, question: PropertyQuestion, signal: AbortSignal): Promise<LookUpReply> {
  const { key, line, unit, city, state, zip, parcelNumber, county, owner } = question;
  const reply = await exchange({
    url: `${url.replace(/\/+$/, '')}/api/v1/property/skip-trace`,
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({
      requests: [
        {
          requestId: key,
          ...(owner ? { name: { full: owner } } : {}),
          propertyAddress: {
            street: [line, unit].filter(Boolean).join(' ') || undefined,
            city: city ?? undefined,
            state: state ?? undefined,
            zip: zip ?? undefined,
          },
          ...(parcelNumber ? { apn: parcelNumber, county: county ?? undefined } : {}),
        },
      ],
      options: { includeTCPABlacklistedPhones: false },
    }),
    signal,
  });
  if (reply.status !== 200) throw faultOfStatus(reply);
  const parsed = lookUpReply.safeParse(json(reply.text));
  // Answered, so billed: asking again could pay twice.
  if (!parsed.success) throw new ProviderFault('unclear', 'REPLY_INVALID');
  // It says itself that this request of the batch failed; a failed one is not billed.
  if (parsed.data.results.meta?.results?.errorCount && parsed.data.results.persons.length + parsed.data.results.properties.length === 0)
    throw new ProviderFault('unavailable', 'PARTIAL');
  return parsed.data;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
