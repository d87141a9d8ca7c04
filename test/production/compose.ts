import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export type Condition = 'service_healthy' | 'service_completed_successfully' | 'service_started';
export type Service = {
  image: string;
  build?: string;
  command?: string[];
  environment: Record<string, string>;
  depends_on: Record<string, { condition: Condition }>;
  healthcheck?: { test?: string[]; disable?: boolean };
  restart: string;
  networks: string[];
  ports: string[];
  volumes: string[];
};
export type Compose = {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
  networks: Record<string, { internal?: boolean } | null>;
  text: string;
};

export const root = new URL('../../', import.meta.url).pathname;

/** The compose file as Compose reads it: merged, and its `${…}` filled from `variables`. */
export function readCompose(variables: Record<string, string>): Compose {
  const text = readFileSync(`${root}docker-compose.yml`, 'utf8');
  const raw = parse(text, { merge: true }) as Omit<Compose, 'text'>;
  const filled = fill(raw, variables) as Omit<Compose, 'text'>;
  const services = Object.fromEntries(
    Object.entries(filled.services).map(([name, service]) => [
      name,
      {
        ...service,
        environment: service.environment ?? {},
        depends_on: service.depends_on ?? {},
        networks: service.networks ?? [],
        ports: service.ports ?? [],
        volumes: service.volumes ?? [],
      },
    ]),
  );
  return { ...filled, services, text };
}

function fill(value: unknown, variables: Record<string, string>): unknown {
  if (typeof value === 'string') return interpolate(value, variables);
  if (Array.isArray(value)) return value.map((item) => fill(item, variables));
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fill(item, variables)]));
  return value;
}

/** `${NAME:-default}` and `${NAME:?what to do}`: the two forms our file uses. Any other is an error. */
export function interpolate(text: string, variables: Record<string, string>): string {
  return text.replace(/\$\{([^}]*)\}/g, (whole, inside: string) => {
    const form = /^([A-Z_]+):([-?])([\s\S]*)$/.exec(inside);
    if (!form) throw new Error(`${whole} is neither \${NAME:-default} nor \${NAME:?what to do}`);
    const [, name, kind, rest] = form as unknown as [string, string, string, string];
    if (variables[name]) return variables[name];
    if (kind === '?') throw new Error(`${name} is not set: ${rest}`);
    return rest;
  });
}

/** Names a person must set, and those with a default. */
export function variablesOf(text: string): { required: string[]; optional: string[] } {
  const found = [...text.replace(/^\s*#.*$/gm, '').matchAll(/\$\{([A-Z_]+):([-?])/g)];
  const of = (kind: string): string[] => [...new Set(found.filter((match) => match[2] === kind).map((match) => match[1]!))].sort();
  return { required: of('?'), optional: of('-') };
}

/** Local values of every required variable, for reading the file in tests. */
export const localVariables: Record<string, string> = {
  POSTGRES_PASSWORD: 'postgres',
  KEYTURN_OWNER_PASSWORD: 'owner',
  KEYTURN_APP_PASSWORD: 'app',
  KEYTURN_RELAY_PASSWORD: 'relay',
  KEYTURN_AUTH_PASSWORD: 'auth',
  KEYTURN_AUTH_SECRET: 's'.repeat(32),
  TEMPORAL_DB_PASSWORD: 'temporal',
  PUBLIC_URL: 'https://keyturn.example.com',
  SMTP_URL: 'smtp://127.0.0.1:2525',
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'a'.repeat(32),
  EMAIL_WEBHOOK_SECRETS: `whsec_${'a'.repeat(43)}=`,
};

/** What the Dockerfile gives every container of ours. */
export function imageEnvironment(): Record<string, string> {
  const line = /^ENV (.+)$/m.exec(readFileSync(`${root}Dockerfile`, 'utf8'))![1]!;
  return Object.fromEntries(line.split(' ').map((pair) => pair.split('=') as [string, string]));
}
