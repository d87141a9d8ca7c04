import { moneyWords } from './time.ts';

/** Cents as dollars; `–` where nothing is known. */
export const Money = ({ cents }: { cents: number | null | undefined }) =>
  cents === null || cents === undefined ? (
    <>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">not known</span>
    </>
  ) : (
    <span style={{ whiteSpace: 'nowrap' }}>{moneyWords(cents)}</span>
  );
