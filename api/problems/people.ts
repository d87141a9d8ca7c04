import { entry, type Problems } from './entry.ts';

/** People, keys, tasks, parked events. */
export const peopleProblems: Problems = {
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
};
