import { entry, type Problems } from './entry.ts';

/** Sequences, templates, messages, consent. */
export const outreachProblems: Problems = {
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
  'cannot-be-reached': entry(
    409,
    'It cannot go out',
    'No address of this person may be used on this channel.',
    'Use another channel or address, call, or record the consent they have given.',
  ),
  'contact-without-file': entry(
    409,
    'The person takes part in nothing',
    'The contact owns no lead and is party to no deal, so there is no file for the message to stand in.',
    'Add the person to a deal first, as a party.',
  ),
  'message-matched': entry(409, 'It has its sender', 'Somebody has said already who wrote this.', 'Open that conversation.'),
  'message-on-its-way': entry(409, 'It is on its way', 'The message has gone out, or is about to.', 'Write another one that corrects it.'),
  'no-such-reject': entry(
    409,
    'No such rejected line',
    'The import has rejected no such line, or it has been sent again already.',
    'List the rejected lines and send those that are open.',
  ),
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
};
