import './overview.css';
import { useDeal } from '../use-deal.ts';
import { AsKnown } from './AsKnown.tsx';
import { Contract } from './Contract.tsx';
import { Facts } from './Facts.tsx';
import { Next } from './Next.tsx';
import { Risks } from './Risks.tsx';
import { Road } from './Road.tsx';
import { Why } from './Why.tsx';

/** Where the deal stands, why it waits, what endangers it, and what comes next. */
export function Overview() {
  const { asOf } = useDeal();
  if (asOf) return <AsKnown day={asOf} />;
  return (
    <div className="overview">
      <div>
        <Why />
        <Road />
        <Next />
      </div>
      <div>
        <Risks />
        <Contract />
        <Facts />
      </div>
    </div>
  );
}
