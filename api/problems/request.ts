import { entry, type Problems } from './entry.ts';

/** The request itself, its key and its repeats. */
export const requestProblems: Problems = {
  'invalid-request': entry(
    400,
    'The request does not fit',
    'One or more values are missing or not of the expected form; `errors` lists all of them.',
    'Mend every value named in `errors` and send the request again.',
  ),
  'malformed-json': entry(400, 'The body is not JSON', 'The body could not be parsed as JSON.', 'Send well-formed JSON in UTF-8.'),
  'unreadable-value': entry(
    400,
    'A value cannot be stored',
    'A value holds a character or a number that the database cannot hold, such as a NUL character.',
    'Remove control characters and numbers out of range, then send it again.',
  ),
  'bad-cursor': entry(
    400,
    'The cursor is not one of ours',
    'The `cursor` was changed, or belongs to another list.',
    'Use `nextCursor` as it was answered, or leave it out to start over.',
  ),
  'idempotency-key-required': entry(
    400,
    'Idempotency-Key is missing',
    'This request acts, so it needs an `Idempotency-Key` header of 1 to 255 visible characters.',
    'Send a key of your own (a UUID will do) and the same key when you repeat the request.',
  ),
  unauthenticated: entry(
    401,
    'A key is needed',
    'The request carries no API key that we know, and no session.',
    'Send `Authorization: Bearer <key>`; the first key is in the file `credentials` of the home folder.',
  ),
  'signed-out': entry(401, 'Nobody is signed in', 'The session has ended, or there is none.', 'Sign in again.'),
  'wrong-sign-in': entry(
    401,
    'That did not let you in',
    'E-mail address and password do not go together, or the person may not sign in.',
    'Try again, or ask your broker for a one-time sign-in link.',
  ),
  'which-brokerage': entry(
    409,
    'In which brokerage?',
    'The address and password are good in several brokerages.',
    'Send `brokerage` with one of the slugs named in `brokerages`.',
  ),
  'too-many-attempts': entry(
    429,
    'Too many attempts to sign in',
    'Too many attempts failed within a quarter of an hour.',
    'Wait for the seconds in `Retry-After`, or ask your broker for a one-time sign-in link.',
  ),
  'foreign-origin': entry(
    403,
    'The request came from a foreign page',
    'A signed-in browser may change things only from our own pages.',
    'Use the web application at its own address, or an API key from a program.',
  ),
  'session-needed': entry(409, 'Only for who is signed in', 'A key has no password and no sessions.', 'Sign in with a browser and do it there.'),
  'password-unfit': entry(422, 'The password is not fit', 'The password holds the e-mail address or is one sign repeated.', 'Choose another, longer one.'),
  'wrong-password': entry(
    403,
    'The present password is not right',
    'To change a password the present one is needed, except shortly after signing in by a one-time link.',
    'Send `currentPassword`, or ask your broker for a one-time sign-in link.',
  ),
  'key-expired': entry(401, 'The key has expired', 'The API key is past its expiry.', 'Ask your broker for a new key.'),
  'not-allowed': entry(
    403,
    'This caller may not do that',
    'The key lacks the scope, or the role of its person does not allow it.',
    'Use a key with the scope named in `detail`, or ask somebody whose role allows it.',
  ),
  'not-found': entry(
    404,
    'There is no such thing',
    'Nothing of your brokerage has that number or id, or the address is wrong.',
    'Check the number, or list what there is.',
  ),
  'method-not-allowed': entry(
    405,
    'The address does not take this method',
    'The address exists, with other methods.',
    'Use one of the methods in the `Allow` header.',
  ),
  'length-required': entry(411, 'The length of the body is missing', 'The request has a body without `Content-Length`.', 'Send the body with its length.'),
  'body-too-large': entry(413, 'The body is too large', 'The body is larger than this address takes.', 'Send less at once.'),
  'unsupported-media-type': entry(
    415,
    'The body is of another type',
    'The address does not take bodies of this content type.',
    'Send `Content-Type: application/json` unless the documentation names another.',
  ),
  'too-many-requests': entry(429, 'Too many requests', 'The caller has used up its requests for this minute.', 'Wait for the seconds in `Retry-After`.'),
  // Repeats.
  'idempotency-key-reused': entry(
    422,
    'The key belongs to another request',
    'The same `Idempotency-Key` was used with another address or body.',
    'Use a new key for a new request.',
  ),
  'request-in-flight': entry(
    409,
    'The same request is being worked on',
    'A request with this `Idempotency-Key` has not finished yet.',
    'Repeat it after the seconds in `Retry-After`: you will get its answer.',
  ),
  conflict: entry(409, 'Somebody else was faster', 'Another request changed the same thing at the same time.', 'Read it again and decide anew.'),
};
