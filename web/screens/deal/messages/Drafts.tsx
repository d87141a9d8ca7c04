import { Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { act, useAct } from '../../../api/act.ts';
import { ConfirmWithReason } from '../../../parts/ConfirmWithReason.tsx';
import { useFollowCurrent, useListKeys } from '../../../parts/keys.ts';
import { undoable } from '../../../parts/UndoSend.tsx';
import { Draft } from './Draft.tsx';
import type { Message } from './lines.ts';

const idOf = ({ id }: Message): string => id;

/** Messages that a person lets go: by keys, one after the other. */
export function Drafts({ drafts, nameOf, mayAct }: { drafts: Message[]; nameOf: (partyId: string) => string; mayAct: boolean }) {
  const queries = useQueryClient();
  const [editing, setEditing] = useState<string | null>(null);
  const [skipping, setSkipping] = useState<Message | null>(null);
  const [going, setGoing] = useState<ReadonlySet<string>>(new Set());
  const skip = useAct('post', '/v1/party-messages/{id}/skip');
  const stays = (id: string): void => setGoing((before) => new Set([...before].filter((each) => each !== id)));
  const send = ({ id, partyId, recipient }: Message): void => {
    if (!recipient || going.has(id) || editing === id) return;
    setGoing((before) => new Set(before).add(id));
    undoable({
      what: `The e-mail to ${nameOf(partyId)} is sent`,
      commit: () => act(queries, 'post', '/v1/party-messages/{id}/release', { path: { id } }),
      undone: () => stays(id),
      onLeave: 'ask',
    });
  };
  const unlessGoing = (run: (message: Message) => void) => (message: Message) => void (going.has(message.id) || run(message));
  const edit = unlessGoing(({ id }) => setEditing(id));
  const leaveOut = unlessGoing(setSkipping);
  const container = useRef<HTMLElement>(null);
  const list = useListKeys(drafts, idOf, {
    keys: mayAct
      ? [
          { key: 's', what: 'Send the message, with ten seconds to undo', run: send },
          { key: 'e', what: 'Edit the message', run: edit },
          { key: 'x', what: 'Leave the message out', run: leaveOut },
        ]
      : [],
  });
  useFollowCurrent(list.current, container);
  if (drafts.length === 0) return null;
  return (
    <section aria-labelledby="drafts" ref={container}>
      <Title order={2} id="drafts" mb={4}>
        Wait for a person
      </Title>
      <ul className="entries-plain">
        {drafts.map((message, at) => (
          <Draft
            key={message.id}
            message={message}
            to={nameOf(message.partyId)}
            current={list.current === message.id}
            tabbable={list.current === null ? at === 0 : list.current === message.id}
            editing={editing === message.id}
            going={going.has(message.id)}
            onFocus={() => list.setCurrent(message.id)}
            acts={mayAct ? { edit: () => edit(message), send: () => send(message), skip: () => leaveOut(message) } : null}
            close={() => setEditing(null)}
          />
        ))}
      </ul>
      {skipping && (
        <ConfirmWithReason
          opened
          title={`Leave out “${skipping.subject}”`}
          reasons={['Told them by phone', 'No longer needed', 'It came too late']}
          confirm="Leave out"
          pending={skip.isPending}
          problem={skip.error}
          onConfirm={(reason) => skip.mutate({ path: { id: skipping.id }, body: { reason } }, { onSuccess: () => setSkipping(null) })}
          onClose={() => setSkipping(null)}
        >
          It is not sent to {nameOf(skipping.partyId)}, and stays in the file with the reason.
        </ConfirmWithReason>
      )}
    </section>
  );
}
