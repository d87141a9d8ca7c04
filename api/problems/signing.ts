import { entry, type Problems } from './entry.ts';

/** Envelopes and signatures. */
export const signingProblems: Problems = {
  'not-a-pdf': entry(422, 'Only a PDF can be signed', 'The version named is a file of another type.', 'Upload it as a PDF and ask again.'),
  'no-signer': entry(422, 'Nobody shall sign', 'The request names no signer.', 'Name at least one party of the deal.'),
  'duplicate-party': entry(422, 'A party is named twice', 'One party stands in the list of signers more than once.', 'Name each party once.'),
  'no-such-signer': entry(
    422,
    'The deal has no such party',
    'A signer is no party of the deal, or has left it.',
    'List the parties of the deal and take one of them.',
  ),
  'party-without-email': entry(
    422,
    'A signer has no e-mail address',
    'Signers are invited by e-mail, and no usable address of one of them is known.',
    'Add an address to the contact and ask again.',
  ),
  'no-such-envelope': entry(404, 'There is no such envelope', 'The brokerage has no envelope of that id.', 'List the envelopes of the deal.'),
  'envelope-ended': entry(409, 'The envelope has ended', 'It is signed, declined, withdrawn or expired: nothing changes it.', 'Ask for signatures anew.'),
  'not-signed': entry(
    409,
    'It is not signed',
    'The signed document is here once all have signed and it was fetched.',
    'Read the envelope: it says whom it waits for.',
  ),
};
