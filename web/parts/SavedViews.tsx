import { Button } from '@mantine/core';
import { IconBookmark } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useAct } from '../api/act.ts';
import type { Item } from '../api/client.ts';
import { useMe } from '../api/me.ts';
import { apiQuery } from '../api/query.ts';
import { LazyMenu } from './LazyMenu.tsx';
import { showProblem } from './UndoSend.tsx';

const load = () => import('./SavedViews.menu.tsx');
const dialog = () => import('./SavedViews.dialogs.tsx');
const SaveView = lazy(async () => ({ default: (await dialog()).SaveView }));
const RenameView = lazy(async () => ({ default: (await dialog()).RenameView }));
const RemoveView = lazy(async () => ({ default: (await dialog()).RemoveView }));

export type View = Item<'/v1/views'>;
/** One that comes with the screen. */
export type ReadyView = { name: string; filters: object };
export type Asked = { what: 'save' } | { what: 'rename' | 'remove'; view: View };
type Props = {
  /** Address of the screen without its slash: `deals`. */
  screen: string;
  /** What the URL of the screen holds now. */
  filters: object;
  apply: (filters: Record<string, unknown>) => void;
  ready?: readonly ReadyView[];
};
const none: readonly ReadyView[] = [];

/** Named ways to look at a screen, one's own and the shared ones: pick, save the present one, rename, delete. */
export function SavedViews({ screen, filters, apply, ready = none }: Props) {
  const { person } = useMe();
  const { data } = useQuery(apiQuery('/v1/views', { query: { screen } }));
  const [asked, setAsked] = useState<Asked | null>(null);
  const keep = useAct('patch', '/v1/views/{id}');
  const views = data?.items ?? [];
  const now = keyOf(filters);
  const current = views.find((view) => keyOf(view.filters) === now);
  const name = current?.name ?? ready.find((view) => keyOf(view.filters) === now)?.name;
  const changeable = current && (current.mine || person.role === 'broker') ? current : undefined;
  // The view that was picked last, to be saved anew after its filters were changed.
  const [picked, setPicked] = useState<string | null>(null);
  const last = current ? undefined : views.find(({ id, mine }) => id === picked && (mine || person.role === 'broker'));
  const pick = (view: View): void => {
    setPicked(view.id);
    apply(view.filters);
  };
  const saveLast = ({ id }: View): void => keep.mutate({ path: { id }, body: { filters: filters as never } }, { onError: showProblem });
  const close = (): void => setAsked(null);
  return (
    <>
      <LazyMenu
        target={
          <Button variant="default" leftSection={<IconBookmark size={14} aria-hidden />} aria-label={`Views${name ? `: ${name}` : ''}`}>
            <span className="clip" style={{ maxWidth: 160 }}>
              {name ?? 'Views'}
            </span>
          </Button>
        }
        load={load}
        with={{
          ready,
          name,
          pickReady: ({ filters: chosen }: ReadyView) => apply(chosen as Record<string, unknown>),
          views,
          current,
          last,
          changeable,
          pick,
          ask: setAsked,
          saveLast,
        }}
      />
      <Suspense>
        {asked?.what === 'save' && <SaveView screen={screen} filters={filters} close={close} />}
        {asked?.what === 'rename' && <RenameView view={asked.view} close={close} />}
        {asked?.what === 'remove' && <RemoveView view={asked.view} close={close} />}
      </Suspense>
    </>
  );
}

/** The order in which filters were set means nothing. */
const keyOf = (filters: object): string => JSON.stringify(Object.entries(filters).toSorted(([one], [other]) => one.localeCompare(other)));
