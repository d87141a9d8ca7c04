import pino from 'pino';
import { docusignKeys, sandboxVariables } from './schemas.ts';
import { startSandbox } from './server.ts';

const log = pino({ base: { role: 'sandbox' } });

try {
  const env = sandboxVariables(process.env);
  const sandbox = await startSandbox({
    home: env.KEYTURN_HOME,
    httpPort: env.KEYTURN_SANDBOX_PORT,
    smtpPort: env.KEYTURN_SMTP_PORT,
    accountSid: env.TWILIO_ACCOUNT_SID,
    authToken: env.TWILIO_AUTH_TOKEN,
    recordsToken: env.BATCHDATA_TOKEN,
    fallbackToken: env.BATCHDATA_FALLBACK_TOKEN ?? env.BATCHDATA_TOKEN,
    emailSecrets: env.EMAIL_WEBHOOK_SECRETS.split(','),
    docusign: docusignKeys(env),
    crmSecret: env.SANDBOX_CRM_SECRET ?? null,
    delayMs: env.SANDBOX_DELAY_MS,
    ...(env.SANDBOX_FAULTS ? { faults: env.SANDBOX_FAULTS } : {}),
    ...(env.SANDBOX_ENDPOINTS ? { endpoints: env.SANDBOX_ENDPOINTS } : {}),
  });
  log.info({ httpPort: sandbox.httpPort, smtpPort: sandbox.smtpPort }, 'sandbox ready');
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => {
      void sandbox.stop().then(() => process.exit(0));
    });
} catch (error) {
  log.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 78;
}
