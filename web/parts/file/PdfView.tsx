import { ActionIcon, Group, Text } from '@mantine/core';
import { IconArrowAutofitWidth, IconChevronDown, IconChevronUp, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import type { Box, ReadPage } from '../../../domain/closing/contract-reading/page.ts';
import { asProblem } from '../../api/problem.ts';
import { Hint } from '../Hint.tsx';
import { useKeys } from '../keys.ts';
import { Loading } from '../Loading.tsx';
import { ProblemView } from '../ProblemView.tsx';
import { Locked } from './Locked.tsx';
import { PdfPage, type Size } from './PdfPage.tsx';
import { pagesOf } from './page-text.ts';
import { useReadOn } from './read-on.ts';
import { usePages, useZoom } from './use-pages.ts';
import { usePdf } from './use-pdf.ts';

/** Words of a file for somebody who reads it beside its page: they get them once, and say which place is looked for. */
export type Beside = { read: (pages: ReadPage[]) => void; place: { page: number; box: Box } | null };
type Props = { src: string; title: string; beside?: Beside | undefined };

/** A PDF file in the page itself: browsers of phones show none in frames, and a frame keeps the keys. */
export default function PdfView({ src, title, beside }: Props) {
  const { opening, retry } = usePdf(src);
  switch (opening.state) {
    case 'reading':
      return <Loading what="the document" />;
    case 'fault':
      return <ProblemView error={opening.problem} retry={retry} />;
    case 'locked':
      return <Locked wrong={opening.wrong} unlock={opening.unlock} />;
    case 'open':
      return <Pages pdf={opening.pdf} title={title} beside={beside} />;
  }
}

function Pages({ pdf, title, beside }: { pdf: PDFDocumentProxy; title: string; beside?: Beside | undefined }) {
  const view = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const { size, fault } = useFirstSize(pdf);
  const count = size ? pdf.numPages : 0;
  const pages = useMemo(() => Array.from({ length: count }, (_, at) => at + 1), [count]);
  const { current, near, look, go, show } = usePages(scroller, count);
  const { room, zoom, larger, smaller, fit, mayGrow, mayShrink } = useZoom(scroller);
  useReadOn(scroller, view);
  const { read, place } = beside ?? {};
  useEffect(() => {
    let left = false;
    // What cannot be read has no words to propose; the page itself says what is wrong with it.
    if (read)
      pagesOf(pdf).then(
        (pages) => left || read(pages),
        () => left || read([]),
      );
    return () => {
      left = true;
    };
  }, [pdf, read]);
  const scale = size ? (room / size.width) * zoom : 0;
  useEffect(() => {
    if (place && scale > 0) show(place.page, place.box.x * scale, place.box.y * scale);
  }, [place, scale, show]);
  // A dialog was opened before there was anything in it to have the focus.
  useEffect(() => {
    if (read) return;
    if (scroller.current?.closest('[role="dialog"]')) scroller.current.focus({ preventScroll: true });
  }, [read]);
  useKeys(
    [
      { key: '.', what: 'Next page of the document', run: () => go(1) },
      { key: ',', what: 'Page before', run: () => go(-1) },
      { key: '+', what: 'Document larger', run: larger },
      { key: '-', what: 'Document smaller', run: smaller },
      { key: 'w', what: 'Document as wide as its place', run: fit },
    ],
    view,
  );
  if (fault) return <ProblemView error={asProblem(fault)} />;
  return (
    <div ref={view} className="pdf">
      <Group className="pdf-bar" gap={2} wrap="nowrap" role="group" aria-label="Pages and size">
        <Tool label="Page before (,)" off={current <= 1} run={() => go(-1)} icon={<IconChevronUp size={18} />} />
        <Tool label="Next page (.)" off={current >= count} run={() => go(1)} icon={<IconChevronDown size={18} />} />
        <Text size="sm" role="status" mx={6}>
          {count > 0 && `Page ${current} of ${count}`}
        </Text>
        <Tool label="Smaller (-)" off={!mayShrink} run={smaller} icon={<IconZoomOut size={18} />} />
        <Tool label="Larger (+)" off={!mayGrow} run={larger} icon={<IconZoomIn size={18} />} />
        <Tool label="As wide as its place (w)" off={zoom === 1} run={fit} icon={<IconArrowAutofitWidth size={18} />} />
      </Group>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by key */}
      <section ref={scroller} className="file-view pdf-pages" aria-label={title} tabIndex={0} onScroll={look}>
        {size &&
          room > 0 &&
          pages.map((page) => (
            <PdfPage
              key={page}
              pdf={pdf}
              page={page}
              of={count}
              guess={size}
              scale={scale}
              near={near.has(page)}
              {...(place?.page === page ? { mark: place.box } : {})}
            />
          ))}
      </section>
    </div>
  );
}

/** The first page says how wide a page is; the others are taken for alike until they are read. */
function useFirstSize(pdf: PDFDocumentProxy): { size: Size | null; fault: unknown } {
  const [size, setSize] = useState<Size | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  useEffect(() => {
    let left = false;
    pdf.getPage(1).then(
      (page) => left || setSize(page.getViewport({ scale: 1 })),
      (error: unknown) => left || setFault(error),
    );
    return () => {
      left = true;
    };
  }, [pdf]);
  return { size, fault };
}

type ToolProps = { label: string; off: boolean; run: () => void; icon: ReactElement };
/** Stays where the focus is when it can do no more. */
function Tool({ label, off, run, icon }: ToolProps) {
  return (
    <Hint label={label}>
      <ActionIcon aria-label={label} aria-disabled={off} data-disabled={off || undefined} onClick={() => off || run()} size={32}>
        {icon}
      </ActionIcon>
    </Hint>
  );
}
