import { NativeSelect, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '../../api/query.ts';
import type { Choice, Whole } from './use-review.ts';

type Props = { document: Whole; choice: Choice; onChoose: ((choice: Choice) => void) | null };

/** What it may be, the likeliest first, and everything else that the deal's checklist asks for. A figure chooses. */
export function WhatItIs({ document, choice, onChoose }: Props) {
  const checklist = useQuery(apiQuery('/v1/deals/{no}/checklist', { path: { no: document.dealNo } }));
  const others = (checklist.data?.items ?? []).filter((item) => item.status !== 'not-required' && !document.proposals.some(({ id }) => id === item.document));
  const offered = choice.kind === null || document.proposals.some(({ id }) => id === choice.kind) || others.some((item) => item.document === choice.kind);
  return (
    <section aria-labelledby="what-it-is">
      <Title order={2} id="what-it-is">
        What it is
      </Title>
      <Text size="sm" c="dimmed">
        {document.kind
          ? 'Said by a person.'
          : document.proposals.length > 0
            ? 'Proposed by its name and text; accepting confirms it.'
            : 'Nothing in its name or text says what it is.'}
      </Text>
      <ul className="review-list">
        {document.proposals.map(({ id, document: title, reasons, formVersion }, at) => (
          <li key={id}>
            <button
              type="button"
              className="choice"
              aria-pressed={choice.kind === id}
              disabled={onChoose === null}
              onClick={() => onChoose?.({ kind: id, formVersion })}
            >
              <kbd>{at + 1}</kbd>
              <span>
                {title}
                {formVersion && ` (edition ${formVersion})`}
                <Text size="sm" c="dimmed" component="span" display="block">
                  {reasons.join(', ')}
                </Text>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <NativeSelect
        mt={4}
        size="xs"
        label={document.proposals.length > 0 ? 'Or something else' : 'It is'}
        disabled={onChoose === null}
        value={document.proposals.some(({ id }) => id === choice.kind) ? 'proposed' : (choice.kind ?? '')}
        onChange={({ currentTarget: { value } }) => value !== 'proposed' && onChoose?.({ kind: value || null, formVersion: null })}
        data={[
          ...(document.proposals.some(({ id }) => id === choice.kind) ? [{ value: 'proposed', label: 'As proposed above' }] : []),
          { value: '', label: 'Nothing on the checklist' },
          ...others.map((item) => ({ value: item.document, label: item.title })),
          ...(offered ? [] : [{ value: choice.kind!, label: choice.kind! }]),
        ]}
      />
    </section>
  );
}
