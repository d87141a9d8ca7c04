import { lazy, Suspense } from 'react';
import type { Asked } from './asked.ts';

const RecordFact = lazy(() => import('./RecordFact.tsx'));
const RecordContract = lazy(() => import('./RecordContract.tsx'));
const Amend = lazy(() => import('./Amend.tsx'));
const FallThrough = lazy(() => import('./FallThrough.tsx'));
const Reopen = lazy(() => import('./Reopen.tsx'));
const NewClock = lazy(() => import('./NewClock.tsx'));
const TakeBack = lazy(() => import('./TakeBack.tsx'));
const Decide = lazy(() => import('./Decide.tsx'));

/** The dialog that is open; each comes with its own code. */
export function Dialogs({ asked, close }: { asked: Asked | null; close: () => void }) {
  if (!asked) return null;
  return <Suspense>{dialog(asked, close)}</Suspense>;
}

function dialog(asked: Asked, close: () => void) {
  switch (asked.what) {
    case 'fact':
      return <RecordFact fact={asked.fact} contingency={asked.contingency} close={close} />;
    case 'take-back':
      return <TakeBack fact={asked.fact} close={close} />;
    case 'contract':
      return <RecordContract close={close} />;
    case 'amend':
      return <Amend close={close} />;
    case 'fall-through':
      return <FallThrough close={close} />;
    case 'reopen':
      return <Reopen close={close} />;
    case 'new-clock':
      return <NewClock close={close} />;
    default:
      return <Decide what={asked.what} close={close} />;
  }
}
