import { DomainError } from '../domain/errors.ts';

/** The contract has ended, and the deal's run is about to close the deal: nothing begins before that is done. */
export const fileStillEnding = (dealNo: number): DomainError =>
  new DomainError('file-still-ending', `The file of deal ${dealNo} is just being closed.`, {
    nextStep: 'Try again in a few seconds.',
    details: { retryAfterSeconds: 2 },
  });
