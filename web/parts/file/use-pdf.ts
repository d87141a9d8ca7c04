import { PasswordResponses, type PDFDocumentLoadingTask, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useState } from 'react';
import { Problem } from '../../api/problem.ts';
import { bytesOf } from './bytes.ts';
import { openPdf } from './engine.ts';

export type Opening =
  | { state: 'reading' }
  | { state: 'locked'; wrong: boolean; unlock: (password: string) => void }
  | { state: 'open'; pdf: PDFDocumentProxy }
  | { state: 'fault'; problem: Problem };

/** A PDF file of the API, opened as long as it is looked at. */
export function usePdf(src: string): { opening: Opening; retry: () => void } {
  const [opening, setOpening] = useState<Opening>({ state: 'reading' });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt reads the same file again
  useEffect(() => {
    const leave = new AbortController();
    const set = (next: Opening): void => void (leave.signal.aborted || setOpening(next));
    let task: PDFDocumentLoadingTask | undefined;
    const open = async (): Promise<void> => {
      const bytes = await bytesOf(src, leave.signal);
      if (leave.signal.aborted) return;
      task = openPdf(bytes);
      task.onPassword = (unlock: (password: string) => void, why: number) =>
        set({ state: 'locked', wrong: why === PasswordResponses.INCORRECT_PASSWORD, unlock });
      set({ state: 'open', pdf: await task.promise });
    };
    set({ state: 'reading' });
    open().catch((error: unknown) => set({ state: 'fault', problem: error instanceof Problem ? error : unreadable(error) }));
    return () => {
      leave.abort();
      void task?.destroy();
    };
  }, [src, attempt]);
  return { opening, retry: () => setAttempt((n) => n + 1) };
}

const unreadable = (error: unknown): Problem =>
  new Problem(-1, {
    type: 'unreadable-file',
    title: 'This file cannot be shown',
    detail: `It calls itself a PDF, but no page can be read from it (${error instanceof Error ? error.message : String(error)}).`,
    nextStep: 'Download it and try another program. If that cannot open it either, ask whoever sent it to send it again.',
  });
