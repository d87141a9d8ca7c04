import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '../../../api/query.ts';
import { Shown } from '../../../parts/Shown.tsx';
import { useDeal } from '../use-deal.ts';

export function Tasks() {
  const { no } = useDeal();
  const tasks = useQuery(apiQuery('/v1/tasks', { query: { deal: no, limit: 200 } }));
  return (
    <Shown query={tasks} what="the tasks">
      {({ items }) => (
        <ul>
          {items.map(({ id, title }) => (
            <li key={id}>{title}</li>
          ))}
        </ul>
      )}
    </Shown>
  );
}
