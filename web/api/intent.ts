/**
 * One idempotency key per thing a person meant to do. Repeated after a lost answer it keeps its key, so that it is done once;
 * after a definite answer the next click is a new intent.
 */
export class Intents {
  readonly #keys = new Map<string, string>();
  readonly #make: () => string;

  constructor(make: () => string = uuid) {
    this.#make = make;
  }

  keyFor(intent: string): string {
    const known = this.#keys.get(intent);
    if (known) return known;
    const key = this.#make();
    this.#keys.set(intent, key);
    return key;
  }

  settled(intent: string): void {
    this.#keys.delete(intent);
  }
}

/** `crypto.randomUUID` is missing where the page is not from https or localhost. */
export function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
