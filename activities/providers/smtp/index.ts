import { callProvider } from '../client.ts';
import { ProviderFault } from '../faults.ts';
import type { EmailPort } from '../ports.ts';
import { SmtpError, type SmtpSettings, submit } from './client.ts';
import { mapSmtpError } from './map.ts';

/** E-mail through any SMTP server. `providerId` is the Message-ID without angle brackets. */
export function createSmtp(settings: SmtpSettings & { name?: string; timeoutMs?: number }): EmailPort {
  const { name = 'smtp', timeoutMs = 60_000 } = settings;
  return {
    name,
    send: (message) =>
      callProvider({ provider: name, operation: 'e-mail', effect: true, timeoutMs }, async (signal) => {
        try {
          return { kind: 'accepted', providerId: await submit(settings, message, signal) };
        } catch (error) {
          if (!(error instanceof SmtpError)) throw error;
          const meaning = mapSmtpError(error);
          if (meaning instanceof ProviderFault) throw meaning;
          return meaning;
        }
      }),
  };
}
