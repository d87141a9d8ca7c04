import { entry, type Problems } from './entry.ts';

/** Webhooks of providers, and the sandbox. */
export const webhooksProblems: Problems = {
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
};
