import { Text, Title } from '@mantine/core';
import { Instant } from '../../parts/Instant.tsx';
import { Status } from '../../parts/Status.tsx';
import type { Whole } from './use-review.ts';

const states = {
  'in-review': { tone: 'warn', words: 'waits for a review' },
  accepted: { tone: 'good', words: 'accepted' },
  rejected: { tone: 'bad', words: 'rejected' },
} as const;

/** Where the document stands. */
export function Standing({ document }: { document: Pick<Whole, 'status' | 'version' | 'review' | 'contractNo' | 'ofEarlierContract'> }) {
  const { status, version, review, contractNo, ofEarlierContract } = document;
  const { tone, words } = states[status];
  return (
    <div>
      <Status tone={tone}>
        Version {version} {words}
      </Status>
      {ofEarlierContract && <Text size="sm">Of contract {contractNo}, which fell through. Accepted in review, it is taken for the contract of now.</Text>}
      {review && (
        <Text size="sm">
          {review.words ? `${review.words}.` : ''} {review.note && `“${review.note}”`}
        </Text>
      )}
    </div>
  );
}

/** Who sent, decided and saw what, newest first. */
export function History({ document: { versions, views, review, people } }: { document: Whole }) {
  const who = (id: string): string => people[id] ?? 'Somebody';
  const entries = [
    ...versions.map(({ version, uploadedBy, uploadedAt, signatureOf }) => ({
      at: uploadedAt,
      what:
        signatureOf === null ? `${who(uploadedBy)} added version ${version}` : `All had signed version ${signatureOf}: version ${version} is its signed copy`,
    })),
    ...(review ? [{ at: review.at, what: `${who(review.by)} ${review.decision === 'accept' ? 'accepted' : 'rejected'} version ${review.version}` }] : []),
    ...lastOfEach(views).map(({ version, personId, at }) => ({ at, what: `${who(personId)} looked at version ${version}` })),
  ].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <section aria-labelledby="who">
      <Title order={2} id="who">
        Who did what
      </Title>
      <ul className="review-list">
        {entries.map(({ at, what }) => (
          <li key={`${at} ${what}`}>
            <Text size="sm">
              {what}{' '}
              <Text span inherit c="dimmed">
                <Instant at={at} />
              </Text>
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Everybody looks often: the last time that each saw a version says enough. */
function lastOfEach(views: Whole['views']): Whole['views'] {
  const seen = new Set<string>();
  return views.filter(({ personId, version }) => {
    const key = `${personId} ${version}`;
    const fresh = !seen.has(key);
    seen.add(key);
    return fresh;
  });
}
