/**
 * The one place that maps what can go wrong to an HTTP answer. Every `DomainError` code a caller can meet stands here with
 * its status; the code is the last part of the problem's `type` (`/problems/<code>`), which answers with this text.
 * A code without an entry answers 422, and a test fails until it has one.
 */
export type ProblemEntry = {
  status: 400 | 401 | 403 | 404 | 405 | 409 | 410 | 411 | 413 | 415 | 422 | 429 | 500 | 502 | 503;
  title: string;
  cause: string;
  nextStep: string;
};

const entry = (status: ProblemEntry['status'], title: string, cause: string, nextStep: string): ProblemEntry => ({ status, title, cause, nextStep });

export const problems: Record<string, ProblemEntry> = {
  // The request itself.
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
  'session-needed': entry(409, 'Only for who is signed in', 'A key has no password.', 'Sign in with a browser and do it there.'),
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
  // People, keys, tasks, parked events.
  'no-such-person': entry(422, 'There is no such person', 'The brokerage has no person of that id.', 'List the people and take the id of one.'),
  'person-exists': entry(
    409,
    'The person is there already',
    'Somebody of the brokerage has this e-mail address.',
    'Change that person, or use another address.',
  ),
  'person-disabled': entry(
    409,
    'The person is disabled',
    'A disabled person can hold no key and cannot sign in.',
    'Enable the person first, or choose another.',
  ),
  'last-broker': entry(
    409,
    'Somebody must remain broker',
    'The change would leave the brokerage without an active broker.',
    'Make somebody else broker first.',
  ),
  'own-stand-in': entry(422, 'Nobody stands in for themselves', 'The stand-in is the person themselves.', 'Name another person.'),
  'clock-fixed': entry(
    409,
    'The clock of this instance is the real one',
    'Only an instance with its own engine and database can let time go by faster.',
    'Try it on an instance started with npm start and without TEMPORAL_ADDRESS.',
  ),
  'too-far': entry(422, 'That is too far', 'The clock is moved by a year at most in one move.', 'Ask for a part of it first.'),
  'clock-moving': entry(
    409,
    'The clock is being moved',
    'One move of the clock is under way.',
    'GET /v1/clock says how far it is; ask again when it has ended.',
  ),
  'not-your-view': entry(
    403,
    'The view is not yours',
    'A shared view is changed by the person who saved it, or by a broker.',
    'Save one of your own with the same filters.',
  ),
  'view-exists': entry(409, 'You have a view of that name', 'Your views of one screen have different names.', 'Change that one, or choose another name.'),
  'task-done': entry(409, 'The task is done', 'Somebody has closed it already.', 'List the open tasks.'),
  'parked-settled': entry(409, 'The parked event is settled', 'It was delivered or discarded already.', 'List the parked events: it is no longer among them.'),
  // Sourcing.
  'no-such-lead': entry(404, 'There is no such lead', 'The brokerage has no lead of that number.', 'List the leads and take the number of one.'),
  'malformed-upload': entry(
    422,
    'The upload is not well-formed',
    'The form could not be read to its end.',
    'Send the list as multipart/form-data, as a browser or curl -F does.',
  ),
  'report-does-not-sum': entry(
    500,
    'The report does not add up',
    'The lines in the buckets are not the lines read: a fault of ours.',
    'Tell us the number of the import.',
  ),
  'property-unclear': entry(
    422,
    'The property cannot be told apart',
    'What is given names no single property; `detail` says why.',
    'Give the street address with city and state, or the parcel number with county and state.',
  ),
  'empty-file': entry(422, 'The file is empty', 'The list has no lines to read.', 'Send a CSV file with a header and lines below it.'),
  'binary-file': entry(
    422,
    'The file is no CSV',
    'The file is a workbook, a PDF or something else that is not text.',
    'Save the list as CSV (or CSV packed with gzip) and send that.',
  ),
  'truncated-gzip': entry(422, 'The gzip file ends too early', 'A part of the packed file is missing.', 'Send the whole file again.'),
  'broken-gzip': entry(422, 'The gzip file is damaged', 'The packed file cannot be unpacked.', 'Pack the list again and send it.'),
  'no-usable-column': entry(
    422,
    'No column can be used',
    'No column of the file can be read as a parcel number or an address.',
    'Map one of its columns to parcelNumber, address or fullAddress.',
  ),
  'unknown-preset': entry(
    422,
    'There is no such preset',
    'The mapping names a preset we do not have.',
    'Leave the preset out, or choose one of those the preview lists.',
  ),
  'unknown-column': entry(422, 'The file has no such column', 'The mapping names a header that the file does not have.', 'Use the headers the preview shows.'),
  'unknown-field': entry(422, 'There is no such field', 'A column is mapped to a field we do not have.', 'Use the fields the preview lists.'),
  'field-twice': entry(422, 'A field is mapped twice', 'Two columns are mapped to the same field.', 'Map one of them to null.'),
  'no-rule-set': entry(409, 'No rule set is published', 'Leads are decided by the published rule set, and there is none.', 'Save a rule set and publish it.'),
  'no-such-rule-set': entry(
    404,
    'There is no such rule set',
    'The brokerage has no rule set of that version.',
    'List the rule sets and take the version of one.',
  ),
  'rule-set-faulty': entry(422, 'The rule set has faults', 'The rule set cannot be used; `errors` lists all faults.', 'Mend every fault named in `errors`.'),
  'rule-set-published': entry(409, 'The rule set is published', 'A published rule set never changes.', 'Save these rules as a new draft.'),
  'rule-set-outdated': entry(
    409,
    'A newer rule set is published',
    'Another rule set was published after this one was drafted.',
    'Save these rules as a new draft and publish that.',
  ),
  'no-such-lookup': entry(404, 'There is no such lookup', 'The brokerage has no data lookup of that id.', 'Look at the task: it names the lookup.'),
  'lookup-settled': entry(409, 'The lookup is settled', 'What became of this lookup is known.', 'Nothing is left to decide about it.'),
  'no-leads': entry(422, 'No lead fits', 'The selection names no lead of the brokerage.', 'List the leads with the same filters and choose others.'),
  'rule-faulty': entry(422, 'The rule cannot be evaluated', 'The rule uses something that rules do not know.', 'Mend what `detail` names.'),
  // Deals and offers.
  'no-such-deal': entry(404, 'There is no such deal', 'The brokerage has no deal of that number.', 'List the deals and take the number of one.'),
  'deal-closed': entry(
    409,
    'The deal is closed',
    'A closed, declined, expired, fallen-through or dead deal changes no more.',
    'Open a new deal for this property.',
  ),
  'no-contract': entry(409, 'The deal is under no contract', 'There is no contract in force to act on.', 'Record one with POST /v1/deals/{no}/contract.'),
  'contract-in-force': entry(
    409,
    'The deal is under contract already',
    'A deal has one contract at a time.',
    'Change it with POST /v1/deals/{no}/changes, or end it with POST /v1/deals/{no}/fall-through.',
  ),
  'nothing-changes': entry(422, 'Nothing would change', 'The contract says so already.', 'Send what differs from GET /v1/deals/{no}/contract.'),
  'no-such-deadline': entry(404, 'There is no such deadline', 'The contract has no clock of that name.', 'GET /v1/deals/{no}/deadlines lists those it has.'),
  'deal-open': entry(409, 'The deal is open', 'What is open cannot be opened again.', 'Go on with it.'),
  'not-now': entry(
    409,
    'Not at this point of its course',
    'The run is at a stage in which this cannot be done; `detail` says which.',
    'Read `explain` of the deal: it says what it waits for.',
  ),
  'no-such-offer': entry(404, 'There is no such offer', 'The deal has no such offer, or not any more.', 'Look at the offers of the deal.'),
  'offer-status': entry(409, 'The offer is past that', 'The offer is in a status from which this cannot be done.', 'Request a new offer for the deal.'),
  'no-offer': entry(
    422,
    'There is no offer to make',
    'The formula gives none, or facts are missing; `detail` says which.',
    'Enter the missing facts or ask for other terms.',
  ),
  'letter-not-written': entry(
    409,
    'The letter is not written',
    'The letter is being written, or is blocked by its template.',
    'Poll the job of the offer; a blocked one has a task.',
  ),
  'offer-without-end': entry(409, 'The offer has no expiry', 'An offer is sent only with the day it ends.', 'Request a new offer for the deal.'),
  'template-faulty': entry(
    422,
    'The template has faults',
    'The template cannot be published; `errors` lists all faults.',
    'Mend every fault named in `errors`.',
  ),
  'unknown-formula': entry(404, 'There is no such formula', 'The name is not one of the formulas.', 'List the calculators and take the name of one.'),
  'bad-inputs': entry(
    400,
    'The inputs do not fit',
    'One or more inputs of the calculation are missing or not usable; `errors` lists all of them.',
    'Mend every input named in `errors`.',
  ),
  // Deadlines.
  'unknown-regime': entry(
    404,
    'There is no such regime',
    'The name is not one of the forms and statutes with deadlines.',
    'List the deadline forms and take the regime of one.',
  ),
  'unknown-form-version': entry(
    404,
    'There is no such version of the form',
    'The form has no version of that name or date.',
    'Use one of the versions in `versions`.',
  ),
  'unknown-clock': entry(404, 'There is no such clock', 'The form has no deadline of that name.', 'Use one of the names in `clocks`.'),
  'unknown-zone': entry(422, 'There is no such time zone', 'The zone is no IANA name.', "Name the property's zone, such as `America/Chicago`."),
  'unknown-calendar': entry(
    422,
    'There is no such holiday list',
    'The calendar is none of our lists and brings no days of its own.',
    'Name one of our lists, or give its days in `calendar.holidays`.',
  ),
  'calendar-fixed': entry(
    422,
    'The holiday list is fixed',
    'The rule counts by one holiday list and leaves no choice of another.',
    'Leave the calendar out, or add days under the id of that list.',
  ),
  'form-not-in-force': entry(422, 'No rule was in force', 'On that date the statute gave no such deadline yet.', 'Check the dates of the request.'),
  'missing-fact': entry(
    422,
    'A fact is missing',
    'The deadline cannot be known without the facts in `missing`.',
    'Give them in `inputs`, or wait until they are known.',
  ),
  'date-out-of-range': entry(
    422,
    'The date lies too far off',
    'The deadline would lie outside the years that our holiday tables know.',
    'Check the dates and the number of days.',
  ),
  'no-settings': entry(409, 'The brokerage has no settings', 'Its settings were never written.', 'Run the start-up again: it writes them.'),
  // Documents, checklists, parties.
  'empty-document': entry(422, 'The file is empty', 'The request holds no file, or one without a byte.', 'Send the document as the part `file` of a form.'),
  'document-type': entry(
    422,
    'The file is of another type',
    'By its content the file is no PDF, PNG or JPEG, whatever its name says.',
    'Save the document as PDF, or scan it as PNG or JPEG, and send that.',
  ),
  'truncated-document': entry(
    422,
    'The file ends too early',
    'The end of the file is missing, so that it would open half or not at all.',
    'Send the whole file again.',
  ),
  'no-such-document': entry(
    404,
    'There is no such document',
    'The deal has no document or version of that number.',
    'List the documents of the deal and take the number of one.',
  ),
  'newer-version': entry(
    409,
    'A newer version has come',
    'The review is of a version that another one stands for.',
    'Look at the newest version and review that.',
  ),
  'unknown-document': entry(
    422,
    'No checklist knows it',
    'The kind is not the id of a document in our law data.',
    'Take an id from the checklist of the deal or from the proposals of the document.',
  ),
  'no-such-item': entry(
    404,
    'The checklist has no such document',
    'The document is not on the checklist of the deal.',
    'Read the checklist and take one of its documents.',
  ),
  'not-required': entry(409, 'The document is not required', 'Only what is required holds a deal up.', 'Nothing is left to override.'),
  'bad-facts': entry(
    422,
    'The facts do not fit',
    'One or more facts are unknown or not usable; `errors` lists all of them.',
    'Mend the facts listed in `errors`.',
  ),
  'no-day': entry(422, 'A day is missing', 'A checklist is for a day, and neither a day nor the date of the contract is known.', 'Give the day.'),
  'brokers-only': entry(403, 'Only a broker may do that', 'The person of this key is not a broker.', 'Ask your broker.'),
  'no-such-party': entry(404, 'There is no such party', 'The brokerage has no party of that id.', 'List the parties of the deal.'),
  'no-such-contact': entry(422, 'There is no such contact', 'The brokerage has no contact of that id.', 'List the parties of a deal: each names its contact.'),
  'no-such-message': entry(404, 'There is no such message', 'The brokerage has no message of that id.', 'List the messages of the deal.'),
  'message-decided': entry(
    409,
    'The message is decided',
    'It was released, sent or skipped, and changes no more.',
    'List the messages of the deal that are drafts.',
  ),
  'not-later': entry(
    422,
    'The instant is not later than now',
    'A task is put off, and the clock is moved, to an instant in the future.',
    'Name an instant in the future.',
  ),
  // Outreach.
  'no-such-sequence': entry(
    404,
    'There is no such sequence',
    'The brokerage has no sequence of that name or id.',
    'List the sequences, or save this one first.',
  ),
  'no-such-enrolment': entry(
    404,
    'There is no such enrolment',
    'The brokerage has no enrolment of that id.',
    'List the enrolments of the sequence or the lead.',
  ),
  'enrolment-closed': entry(409, 'The enrolment has ended', 'A finished or stopped enrolment cannot be changed.', 'Enrol the lead again.'),
  'no-such-send': entry(404, 'There is no such message', 'The brokerage has sent no such message.', 'List the messages whose outcome is unknown.'),
  'send-settled': entry(409, 'The outcome is known', 'What became of this message is known.', 'Nothing is left to decide about it.'),
  'no-such-address': entry(
    422,
    'The contact has no such address',
    'Consent is recorded for an address the contact has, on a channel that fits it.',
    'Look at the addresses of the contact and take one of them.',
  ),
  'sequence-faults': entry(
    422,
    'The sequence has faults',
    'The definition cannot be published; `errors` lists all faults.',
    'Mend every fault named in `errors`.',
  ),
  'template-channel': entry(
    409,
    'The template is of the other channel',
    'A template keeps the channel it was first saved with.',
    'Save it under another name.',
  ),
  // Signatures.
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
  // Webhooks of providers, and the sandbox.
  'webhook-not-genuine': entry(
    403,
    'The webhook is not genuine',
    'Its signature fits none of our keys, it is too old, or it is meant for another address.',
    'Check that the provider signs with the key we are configured with, and calls exactly the address under PUBLIC_URL.',
  ),
  'webhook-unread': entry(
    422,
    'The webhook cannot be read',
    'It is signed, but is none of the kinds we know, or lacks a value.',
    'Have the provider send only the events that docs/webhooks.md lists.',
  ),
  'webhooks-not-configured': entry(
    503,
    'Webhooks cannot be verified',
    'No key is configured that would verify webhooks of this provider.',
    'Set TWILIO_AUTH_TOKEN, EMAIL_WEBHOOK_SECRETS or DOCUSIGN_CONNECT_KEYS for the API and restart it.',
  ),
  'no-sandbox': entry(
    404,
    'There is no sandbox',
    'This instance sends through real providers, so nothing can be looked at here.',
    'Look at the providers themselves.',
  ),
  'sandbox-unavailable': entry(
    503,
    'The sandbox does not answer',
    'The sandbox process cannot be reached at the moment.',
    'Repeat the request in a few seconds.',
  ),
  'nothing-to-answer': entry(
    404,
    'Nothing to answer',
    'No message of ours has gone to this address on this channel.',
    'Look at the outbox for the addresses that got something.',
  ),
  // Ourselves.
  internal: entry(
    500,
    'An error of ours',
    'Something failed that should not. It has been logged under the request id.',
    'Repeat the request with the same `Idempotency-Key`; if it fails again, report the request id.',
  ),
  'database-unavailable': entry(
    503,
    'The database does not answer',
    'PostgreSQL cannot be reached at the moment.',
    'Repeat the request in a few seconds with the same `Idempotency-Key`.',
  ),
  'engine-unavailable': entry(
    503,
    'The engine does not answer',
    'The workflow engine cannot be reached at the moment.',
    'Repeat the request in a few seconds with the same `Idempotency-Key`.',
  ),
  'run-did-not-answer': entry(
    503,
    'The run has not answered yet',
    'The run took in the request but no worker has answered it in time.',
    'Repeat the request with the same `Idempotency-Key`: it is done once.',
  ),
  'run-not-open': entry(
    409,
    'There is no open run',
    'The run has ended, or is about to start.',
    'Read the status first; if it was opened a moment ago, repeat the request in a second.',
  ),
};

/** What a code answers with, also when nobody listed it. */
export const problemOf = (code: string): ProblemEntry =>
  problems[code] ?? {
    status: 422,
    title: 'The request cannot be done',
    cause: 'The state of things does not allow it; `detail` says why.',
    nextStep: 'Follow `nextStep` of the answer.',
  };
