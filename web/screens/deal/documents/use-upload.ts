import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { act } from '../../../api/act.ts';
import { type Answer, ask } from '../../../api/client.ts';
import { uuid } from '../../../api/intent.ts';
import { asProblem, type Problem } from '../../../api/problem.ts';
import { touch, touchedByAct } from '../../../live/affects.ts';

/** What a file is sent for: an entry of the checklist, the next version of a document, or neither yet. */
export type For = { kind?: string; documentNo?: number };
export type Upload = { key: string; file: File; target: For; problem: Problem | null };

type Sent = Answer<'/v1/deals/{no}/documents', 'post'>;

/** Files on their way; `sent` hears of each that has come. One that was refused stays until it is taken away or tried again, under the key it had. */
export function useUpload(no: number, sent?: (document: Sent) => void) {
  const queries = useQueryClient();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const heard = useRef(sent);
  heard.current = sent;
  const drop = useCallback((key: string) => setUploads((before) => before.filter((each) => each.key !== key)), []);
  const send = useCallback(
    async ({ key, file, target }: Upload): Promise<void> => {
      const body = new FormData();
      if (target.documentNo) body.append('document', String(target.documentNo));
      body.append('file', file, file.name);
      try {
        const document = await ask('post', '/v1/deals/{no}/documents', { params: { path: { no } }, body, idempotencyKey: key });
        // Sent for an entry of the list, it was said what it is.
        if (target.kind && document.kind !== target.kind)
          await act(queries, 'post', '/v1/documents/{id}/match', { path: { id: document.id }, body: { kind: target.kind } });
        drop(key);
        heard.current?.(document);
      } catch (error) {
        setUploads((before) => before.map((each) => (each.key === key ? { ...each, problem: asProblem(error) } : each)));
      }
      void touch(queries, touchedByAct('/v1/deals/{no}/documents', { no }));
    },
    [no, queries, drop],
  );
  const add = useCallback(
    (files: Iterable<File>, target: For = {}): void => {
      const added = [...files].map((file) => ({ key: uuid(), file, target, problem: null }));
      setUploads((before) => [...before, ...added]);
      for (const upload of added) void send(upload);
    },
    [send],
  );
  const again = (upload: Upload): void => {
    setUploads((before) => before.map((each) => (each.key === upload.key ? { ...each, problem: null } : each)));
    void send(upload);
  };
  return { uploads, add, again, drop };
}
