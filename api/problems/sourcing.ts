import { entry, type Problems } from './entry.ts';

/** Leads, imports, rules. */
export const sourcingProblems: Problems = {
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
};
