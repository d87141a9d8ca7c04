import { useQuery } from '@tanstack/react-query';
import { useMay, useMe } from '../../api/me.ts';
import { apiQuery } from '../../api/query.ts';

/** Says who an id is. Who may not see the people of the brokerage is told no more than that it was one of them. */
export function usePersonName(): (id: unknown) => string {
  const { person } = useMe();
  const mayRead = useMay('people:read');
  const people = useQuery({ ...apiQuery('/v1/people', { query: { limit: 200 } }), enabled: mayRead, staleTime: 300_000 });
  return (id) => {
    if (id === person.id) return 'you';
    if (id === 'rule') return 'the rule';
    return people.data?.items.find((each) => each.id === id)?.name ?? 'somebody of the brokerage';
  };
}
