import { DomainError } from '../../domain/errors.ts';
import type { UpConfig } from './config.ts';
import type { Home, PortName } from './home.ts';
import { freePort, isFree } from './ports.ts';

/** PostgreSQL chooses its own when it is embedded. */
type Chosen = Exclude<PortName, 'postgres'>;

/** A port that was asked for is taken or refused; the others stay what they were, or become any free one. */
export async function choosePorts(config: UpConfig, home: Home): Promise<Record<Chosen, number>> {
  const asked = {
    KEYTURN_PORT: config.KEYTURN_PORT,
    KEYTURN_POSTGRES_PORT: config.DATABASE_URL ? undefined : config.KEYTURN_POSTGRES_PORT,
    KEYTURN_ENGINE_PORT: config.TEMPORAL_ADDRESS ? undefined : config.KEYTURN_ENGINE_PORT,
    KEYTURN_UI_PORT: config.TEMPORAL_ADDRESS ? undefined : config.KEYTURN_UI_PORT,
    KEYTURN_SANDBOX_PORT: config.KEYTURN_SANDBOX_PORT,
    KEYTURN_SMTP_PORT: config.KEYTURN_SMTP_PORT,
  };
  for (const [name, port] of Object.entries(asked))
    if (port !== undefined && !(await isFree(port)))
      throw new DomainError('port-in-use', `Port ${port} is in use by another program`, {
        nextStep: `Stop that program, or set ${name} to a free port, and start again`,
      });

  const { ports } = home.instance;
  const chosen: Record<Chosen, number> = {
    api: config.KEYTURN_PORT,
    engine: await freePort(config.KEYTURN_ENGINE_PORT ?? ports.engine),
    ui: await freePort(config.KEYTURN_UI_PORT ?? ports.ui),
    sandbox: await freePort(config.KEYTURN_SANDBOX_PORT ?? ports.sandbox),
    smtp: await freePort(config.KEYTURN_SMTP_PORT ?? ports.smtp),
  };
  Object.assign(ports, chosen);
  home.save();
  return chosen;
}
