import { Anchor, Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Instant } from '../../../parts/Instant.tsx';
import { Status } from '../../../parts/Status.tsx';
import { dayOf } from '../days.ts';
import type { OpenDeal } from '../use-deal.ts';
import { type Item, standingOf } from './items.ts';
import { UploadButton } from './Uploads.tsx';
import type { useUpload } from './use-upload.ts';

export type EntryActs = { look: (documentId: string) => void; override: ((item: Item) => void) | null; restore: ((item: Item) => void) | null };
type Props = {
  item: Item;
  deal: OpenDeal;
  today: string;
  /** Number of its document, where it has one. */
  documentNo: number | undefined;
  add: ReturnType<typeof useUpload>['add'];
  acts: EntryActs;
};

/** One document that the law asks for: why, until when, how it stands, and what can be done now. */
export function Entry({ item, deal: { no, mayAct }, today, documentNo, add, acts }: Props) {
  const { title, why, state, documentId, dueOn, consequence, overridden, formVersion } = item;
  const { tone, words } = standingOf(item, today);
  const sent = documentId !== null && documentNo !== undefined;
  return (
    <li>
      <div className="entry-what">
        <Text fw={600}>{title}</Text>
        <Text size="sm" c="dimmed">
          {why}
          {formVersion && ` · edition ${formVersion}`}
          {consequence && state !== 'complete' && ` · ${consequence}`}
        </Text>
      </div>
      <div className="entry-state">
        <Status tone={tone}>{words}</Status>
        {overridden ? (
          <Text size="sm" c="dimmed">
            {overridden.reason}, <Instant at={overridden.at} />
          </Text>
        ) : (
          dueOn && state !== 'complete' && <Text size="sm">due {dayOf(dueOn)}</Text>
        )}
      </div>
      <div className="entry-acts no-print">
        {state === 'in-review' && documentId && (
          <Anchor component={Link} to="/review" search={{ deal: no, doc: documentId } as never} size="sm" py={4}>
            Review<span className="visually-hidden"> {title}</span>
          </Anchor>
        )}
        {documentId && (
          <Button variant="default" onClick={() => acts.look(documentId)} aria-label={`Versions of ${title}`}>
            Versions
          </Button>
        )}
        {mayAct && item.status === 'required' && !overridden && state !== 'complete' && (
          <UploadButton
            quiet
            label={sent ? 'Send again' : 'Add'}
            name={`${sent ? 'Send again' : 'Add'}: ${title}`}
            target={sent ? { documentNo, kind: item.document } : { kind: item.document }}
            add={add}
          />
        )}
        {acts.override && item.status === 'required' && !overridden && state !== 'complete' && (
          <Button variant="default" onClick={() => acts.override?.(item)} aria-label={`Go on without it: ${title}`}>
            Go on without it
          </Button>
        )}
        {acts.restore && overridden && (
          <Button variant="default" onClick={() => acts.restore?.(item)} aria-label={`Ask for it after all: ${title}`}>
            Ask for it after all
          </Button>
        )}
      </div>
    </li>
  );
}
