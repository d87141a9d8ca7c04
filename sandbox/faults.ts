import { dice } from './dice.ts';

/** Where in an exchange a fault strikes; `webhook-…` strike what we send back. */
export const faultKinds = [
  '429',
  '503',
  '500-before',
  '500-after',
  'timeout-before',
  'timeout-after',
  'reset',
  'truncated',
  'wrong-type',
  'drift',
  'token-expired',
  'partial',
  'webhook-duplicate',
  'webhook-reordered',
  'webhook-late',
  'webhook-lost',
  'webhook-forged',
  'webhook-skewed',
] as const;
export type FaultKind = (typeof faultKinds)[number];
export const services = ['texts', 'email', 'records', 'webhooks', 'signatures', 'signature-reads', 'crm'] as const;
/** `signatures` are the calls that do something, `signature-reads` all others to the same provider. */
export type Service = (typeof services)[number];

export type FaultSettings = {
  seed: number;
  /** Share of exchanges that are struck, 0 to 1. */
  rate: number;
  kinds: FaultKind[];
  services: Service[];
  /** Stop after so many; null for no end. */
  times: number | null;
};
export const noFaults: FaultSettings = { seed: 1, rate: 0, kinds: [], services: [...services], times: null };

const http = [
  '429',
  '503',
  '500-before',
  '500-after',
  'timeout-before',
  'timeout-after',
  'reset',
  'truncated',
  'wrong-type',
  'drift',
  'token-expired',
] as const;
const possible: Record<Service, ReadonlySet<FaultKind>> = {
  texts: new Set(http),
  records: new Set([...http, 'partial']),
  signatures: new Set(http),
  'signature-reads': new Set(http),
  crm: new Set(http),
  // SMTP has one reply for "I have it": a server that says 4xx or 5xx has not taken the message.
  email: new Set(['429', '503', '500-before', 'timeout-before', 'timeout-after', 'reset']),
  webhooks: new Set(['webhook-duplicate', 'webhook-reordered', 'webhook-late', 'webhook-lost', 'webhook-forged', 'webhook-skewed']),
};

export type Faults = {
  settings(): FaultSettings;
  set(settings: Partial<FaultSettings>): void;
  /** Whether this exchange is struck, and how. The same seed strikes the same attempts, whatever their order. */
  strike(service: Service, key: string): FaultKind | null;
};

export function createFaults(start: Partial<FaultSettings> = {}): Faults {
  let settings: FaultSettings = { ...noFaults, ...start };
  let struck = 0;
  let attempts = new Map<string, number>();
  return {
    settings: () => settings,
    set(changed) {
      settings = { ...noFaults, ...changed };
      struck = 0;
      attempts = new Map();
    },
    strike(service, key) {
      const { seed, rate, kinds, services, times } = settings;
      const fitting = kinds.filter((kind) => possible[service].has(kind));
      if (fitting.length === 0 || !services.includes(service) || (times !== null && struck >= times)) return null;
      const attempt = (attempts.get(`${service} ${key}`) ?? 0) + 1;
      attempts.set(`${service} ${key}`, attempt);
      if (dice('fault', seed, service, key, attempt) >= rate) return null;
      struck += 1;
      return fitting[Math.floor(dice('kind', seed, service, key, attempt) * fitting.length)]!;
    },
  };
}

/** `seed=7,rate=0.1,kinds=timeout-after,429`: a part without `=` belongs to the list before it. */
export function readFaults(text: string): Partial<Record<keyof FaultSettings, string[]>> {
  const found: Record<string, string[]> = {};
  let last: string[] = [];
  for (const part of text.split(',').map((piece) => piece.trim())) {
    const [name, value] = part.split('=') as [string, string | undefined];
    if (value === undefined) last.push(part);
    else {
      last = [value];
      found[name] = last;
    }
  }
  return found;
}
