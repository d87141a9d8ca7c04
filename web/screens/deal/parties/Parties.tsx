import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '../../../api/query.ts';
import { Shown } from '../../../parts/Shown.tsx';
import { useDeal } from '../use-deal.ts';
import { roleWords } from '../words.ts';

export function Parties() {
  const { no } = useDeal();
  const parties = useQuery(apiQuery('/v1/deals/{no}/parties', { path: { no } }));
  return (
    <Shown query={parties} what="the parties">
      {({ items }) => (
        <ul>
          {items.map(({ id, name, role }) => (
            <li key={id}>
              {name}, {roleWords(role)}
            </li>
          ))}
        </ul>
      )}
    </Shown>
  );
}
