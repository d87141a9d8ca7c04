import { ApplicationFailure } from '@temporalio/activity';
import { DomainError } from '../domain/errors.ts';

/** What our own rules refuse is final: trying again would be refused again. Everything else is retried. */
export async function finalRefusals<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw ApplicationFailure.create({
      type: error.code,
      message: `${error.message}. ${error.nextStep}`,
      nonRetryable: true,
      details: [error.details ?? {}],
      cause: error,
    });
  }
}
