/** Who did it. `id` is ours: a person's or key's uuid, a workflow id, a provider's name. */
export type Actor = { kind: 'person' | 'key' | 'workflow' | 'provider' | 'system'; id: string };

/** The root thing an event is about; order is kept per subject. */
export type SubjectKind = 'deal' | 'lead' | 'import' | 'contact' | 'brokerage' | 'webhook';
export type Subject = { kind: SubjectKind; id: string };

/** An event as consumers and the API see it. Instants are ISO text, `occurredAt` is business time. */
export type EventEnvelope<T extends string = string, P = unknown> = {
  brokerageId: string;
  /** The brokerage's slug, as used in workflow ids. */
  brokerage: string;
  eventId: string;
  position: number;
  type: T;
  version: number;
  occurredAt: string;
  recordedAt: string;
  source: string;
  actor: Actor;
  correlationId: string;
  causationId: string | null;
  subject: Subject;
  payload: P;
};
