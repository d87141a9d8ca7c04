export interface DomainErrorOptions {
  /** What the caller can do about it, as one sentence. */
  nextStep: string;
  details?: object;
  cause?: unknown;
}

/** Something a caller can cause and mend. It knows no transport: one file of the API maps codes to answers. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly code: string;
  readonly nextStep: string;
  readonly details: object | undefined;

  /** @param code kebab-case and stable, because clients branch on it */
  constructor(code: string, message: string, options: DomainErrorOptions) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.nextStep = options.nextStep;
    this.details = options.details;
  }
}
