import './file.css';
import { lazy, Suspense, useRef, useState } from 'react';
import { Problem } from '../../api/problem.ts';
import { Loading } from '../Loading.tsx';
import { ProblemView } from '../ProblemView.tsx';
import type { Beside } from './PdfView.tsx';
import { useReadOn } from './read-on.ts';

const PdfView = lazy(() => import('./PdfView.tsx'));

/** `src` answers the file for looking at it; `title` says which it is. */
type Props = { src: string; mime: string; title: string; beside?: Beside | undefined };

/** A file of a deal in the page: the pages of a PDF, or a picture. What draws a PDF is fetched with the first one. */
export function FileView({ src, mime, title, beside }: Props) {
  if (mime !== 'application/pdf') return <Picture key={src} src={src} title={title} />;
  return (
    <Suspense fallback={<Loading what="the document" />}>
      <PdfView key={src} src={src} title={title} beside={beside} />
    </Suspense>
  );
}

function Picture({ src, title }: Pick<Props, 'src' | 'title'>) {
  const scroller = useRef<HTMLDivElement>(null);
  const [broken, setBroken] = useState(false);
  useReadOn(scroller, scroller);
  if (broken) return <ProblemView error={unreadable} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by key
    <section ref={scroller} className="file-view picture" aria-label={title} tabIndex={0} data-autofocus>
      <img src={src} alt={title} onError={() => setBroken(true)} />
    </section>
  );
}

const unreadable = new Problem(-1, {
  type: 'unreadable-file',
  title: 'This picture cannot be shown',
  detail: 'It did not arrive whole, or it is no picture that a browser knows.',
  nextStep: 'Download it and try another program. If that cannot open it either, ask whoever sent it to send it again.',
});
