import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { apiQuery } from '../../../../api/query.ts';
import { FileView } from '../../../../parts/file/FileView.tsx';
import { Shown } from '../../../../parts/Shown.tsx';
import { count } from '../../../../parts/time.ts';
import { valueWords } from './Proposals.tsx';
import type { Intake } from './use-intake.ts';

/** The document, open beside the fields. */
export function DocumentBeside({ id, intake }: { id: string; intake: Intake }) {
  const query = useQuery(apiQuery('/v1/documents/{id}', { path: { id } }));
  return (
    <div className="intake-file">
      <Shown query={query} what="the document">
        {({ title, version, versions }) => {
          const shown = versions.find((each) => each.version === version) ?? versions[0]!;
          return shown.mime === 'application/pdf' ? (
            <FileView src={`${shown.file}?inline=true`} mime={shown.mime} title={title} beside={intake.beside} />
          ) : (
            <Picture src={`${shown.file}?inline=true`} mime={shown.mime} title={title} read={intake.beside.read} />
          );
        }}
      </Shown>
    </div>
  );
}

/** A picture has no words, and says so as a scan does. */
function Picture({ read, ...file }: { src: string; mime: string; title: string; read: Intake['beside']['read'] }) {
  useEffect(() => read([]), [read]);
  return <FileView {...file} />;
}

/** How far one is with what was read, and what is said beside the terms. */
export function Progress({ intake, labelOf, away }: { intake: Intake; labelOf: (field: string) => string; away: () => void }) {
  const words = useRef<HTMLParagraphElement>(null);
  // What had the focus, the choice of the file, is gone.
  useEffect(() => words.current?.focus(), []);
  const others = ['earnestMoneyCents', 'optionFeeCents'].flatMap(intake.of);
  return (
    <div className="intake-state">
      <Text ref={words} tabIndex={-1} size="sm" role="status">
        {stateWords(intake, labelOf)}
      </Text>
      <span className="visually-hidden" role="status">
        {atWords(intake)}
      </span>
      {others.length > 0 && (
        <Group gap="xs">
          <Text size="xs" c="dimmed">
            Also said:
          </Text>
          {others.map((candidate) => (
            <Button key={`${candidate.field} ${candidate.value}`} variant="subtle" size="compact-xs" onClick={() => intake.look(candidate)}>
              {labelOf(candidate.field)} {valueWords(candidate)}, page {candidate.page}
            </Button>
          ))}
        </Group>
      )}
      <Button variant="default" size="compact-sm" onClick={away}>
        Put the file away
      </Button>
    </div>
  );
}

/** What the mark on the page shows, for whoever does not see it. */
function atWords({ at, of, isTaken, open }: Intake): string {
  if (!at) return '';
  const words = `${valueWords(at)} on page ${at.page}: ${at.snippet}.`;
  if (isTaken(at)) return `As in the document, ${words}`;
  if (!open.includes(at.field)) return `The document has ${words}`;
  return of(at.field).length === 1 ? `Proposed: ${words} Enter takes it.` : `Proposed, one of ${of(at.field).length}: ${words} Choose by its button.`;
}

function stateWords({ state, open }: Intake, labelOf: (field: string) => string): string {
  switch (state) {
    case 'none':
      return '';
    case 'reading':
      return 'Reading the document …';
    case 'no-words':
      return 'This document has no words, only pictures of pages, so nothing can be proposed. Type the terms with the page beside.';
    case 'nothing':
      return 'Nothing in it reads like a term of this form. See whether the form is the right one, or type the terms with the page beside.';
    case 'found':
      return open.length > 0
        ? `${count(open.length, 'term')} to confirm: ${open.map(labelOf).join(', ')}. Enter in a field takes what is proposed for it; what nobody takes or types is not recorded.`
        : 'Everything that was found is confirmed or typed. Look through it, then record it.';
    default:
      return state satisfies never;
  }
}
