import { type PageViewport, type PDFDocumentProxy, type PDFPageProxy, type RenderTask, TextLayer } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState } from 'react';
import type { Box } from '../../../domain/closing/contract-reading/page.ts';

export type Size = { width: number; height: number };
/** Phones refuse a canvas that is larger. */
const mostPixels = 16_000_000;

type Props = { pdf: PDFDocumentProxy; page: number; of: number; scale: number; near: boolean; guess: Size; mark?: Box };

/** One page: its picture, and its words above it to select and to read out. Drawn while it is near what is looked at, and let go of far from it. */
export function PdfPage({ pdf, page: no, of, scale, near, guess, mark }: Props) {
  const [page, setPage] = useState<PDFPageProxy | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    if (!near) return;
    let left = false;
    pdf.getPage(no).then(
      (read) => left || setPage(read),
      (error: unknown) => left || setFault(String(error)),
    );
    return () => {
      left = true;
      setPage(null);
    };
  }, [pdf, no, near]);
  const known = useRef<Size>(guess);
  if (page) known.current = page.getViewport({ scale: 1 });
  const picture = useRef<HTMLDivElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const [wordless, setWordless] = useState(false);

  useEffect(() => {
    if (!page || !picture.current) return;
    const drawing = draw(page, page.getViewport({ scale }), picture.current);
    drawing.done.catch((error: unknown) => setFault(String(error)));
    return drawing.stop;
  }, [page, scale]);
  useEffect(() => {
    const holder = picture.current;
    if (!page || !holder) return;
    return () => letGo(holder);
  }, [page]);
  useEffect(() => {
    const container = words.current;
    if (!page || !container) return;
    const layer = new TextLayer({ textContentSource: page.streamTextContent(), container, viewport: page.getViewport({ scale: 1 }) });
    // A layer that is left early says so by a failure.
    layer.render().then(
      () => setWordless(container.textContent?.trim() === ''),
      () => {},
    );
    return () => {
      layer.cancel();
      container.replaceChildren();
    };
  }, [page]);

  const { width, height } = known.current;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a page is no set of fields, and a hundred landmarks help nobody
    <div
      className="pdf-page"
      role="group"
      aria-label={`Page ${no} of ${of}`}
      data-page={no}
      style={{ width: Math.floor(width * scale), height: Math.floor(height * scale), '--total-scale-factor': scale } as React.CSSProperties}
    >
      <div ref={picture} aria-hidden />
      <div ref={words} className="pdf-words" lang="" />
      {mark && <div className="pdf-mark" style={{ left: mark.x * scale, top: mark.y * scale, width: mark.width * scale, height: mark.height * scale }} />}
      {wordless && <p className="visually-hidden">This page is a picture. It has no words that can be read out.</p>}
      {fault && <p className="pdf-fault">This page cannot be shown ({fault}). Download the file to see it in another program.</p>}
    </div>
  );
}

/** Draws beside what is shown and takes its place at the end, so that nothing flickers as the size changes. */
function draw(page: PDFPageProxy, viewport: PageViewport, holder: HTMLElement): { done: Promise<void>; stop: () => void } {
  const sharp = Math.min(window.devicePixelRatio || 1, 2, Math.sqrt(mostPixels / (viewport.width * viewport.height)));
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(viewport.width * sharp);
  canvas.height = Math.floor(viewport.height * sharp);
  const task: RenderTask = page.render({ canvas, viewport, transform: [sharp, 0, 0, sharp, 0, 0] });
  let stopped = false;
  const done = task.promise.then(
    () => {
      if (stopped) return;
      letGo(holder);
      holder.append(canvas);
    },
    (error: unknown) => {
      if (!stopped) throw error;
    },
  );
  return {
    done,
    stop: () => {
      stopped = true;
      task.cancel();
    },
  };
}

/** Some browsers keep the memory of a canvas until it is made small. */
function letGo(holder: HTMLElement): void {
  for (const canvas of holder.querySelectorAll('canvas')) canvas.width = canvas.height = 0;
  holder.replaceChildren();
}
