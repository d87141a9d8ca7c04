import { callProvider } from '../client.ts';
import { ProviderFault } from '../faults.ts';
import type { TextPort } from '../ports.ts';
import { submitText, type TwilioSettings } from './client.ts';
import { mapTwilioRefusal } from './map.ts';

/** Texts through Twilio. `providerId` is the MessageSid. */
export function createTwilio(settings: TwilioSettings & { name?: string; timeoutMs?: number }): TextPort {
  const { name = 'twilio', timeoutMs = 15_000 } = settings;
  return {
    name,
    send: (message) =>
      callProvider({ provider: name, operation: 'text', effect: true, timeoutMs }, async (signal) => {
        try {
          return { kind: 'accepted', providerId: await submitText(settings, message, signal) };
        } catch (error) {
          if (!(error instanceof ProviderFault)) throw error;
          const meaning = mapTwilioRefusal(error);
          if (meaning instanceof ProviderFault) throw meaning;
          return meaning;
        }
      }),
  };
}
