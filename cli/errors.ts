/** What an exit code means, also in the help text. */
export const exitCodes = { ok: 0, failed: 1, usage: 2, unreachable: 3, notAllowed: 4 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Ends a command with a sentence, the next step and an exit code that means something. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly exitCode: ExitCode;
  readonly nextStep: string | undefined;
  readonly details: object | undefined;

  constructor(exitCode: ExitCode, message: string, nextStep?: string, details?: object) {
    super(message);
    this.exitCode = exitCode;
    this.nextStep = nextStep;
    this.details = details;
  }
}

export const usageError = (message: string, nextStep = 'Add --help to see how it is used.'): CliError => new CliError(exitCodes.usage, message, nextStep);

/** Any error as one of ours: what has a next step is told as it is, anything else in its first line. Never a stack trace. */
export function toCliError(error: unknown): CliError {
  if (error instanceof CliError) return error;
  const { message, nextStep, code, details } = error as { message?: string; nextStep?: string; code?: string; details?: object };
  if (nextStep) return new CliError(exitCodes.failed, ended(message ?? ''), ended(nextStep), details);
  if (code === 'EARG' || code?.startsWith('E_')) return usageError(message ?? '');
  const first = (message ?? String(error)).split('\n', 1)[0]!;
  return new CliError(exitCodes.failed, `${first || 'It failed without a word'}.`.replace(/\.\.$/, '.'), '"npx keyturn doctor" looks at what may be wrong.');
}

const ended = (sentence: string): string => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`);
