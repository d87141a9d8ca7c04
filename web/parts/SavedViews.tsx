import { Button, Menu, Text } from '@mantine/core';
import { IconBookmark, IconDeviceFloppy, IconPencil, IconRefresh, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useAct } from '../api/act.ts';
import type { Item } from '../api/client.ts';
import { useMe } from '../api/me.ts';
import { apiQuery } from '../api/query.ts';
import { showProblem } from './UndoSend.tsx';

const dialog = () => import('./SavedViews.dialogs.tsx');
const SaveView = lazy(async () => ({ default: (await dialog()).SaveView }));
const RenameView = lazy(async () => ({ default: (await dialog()).RenameView }));
const RemoveView = lazy(async () => ({ default: (await dialog()).RemoveView }));

type View = Item<'/v1/views'>;
type Props = {
  /** Address of the screen without its slash: `deals`. */
  screen: string;
  /** What the URL of the screen holds now. */
  filters: object;
  apply: (filters: Record<string, unknown>) => void;
};

/** Named ways to look at a screen, one's own and the shared ones: pick, save the present one, rename, delete. */
export function SavedViews({ screen, filters, apply }: Props) {
  const { person } = useMe();
  const { data } = useQuery(apiQuery('/v1/views', { query: { screen } }));
  const [asked, setAsked] = useState<{ what: 'save' } | { what: 'rename' | 'remove'; view: View } | null>(null);
  const keep = useAct('patch', '/v1/views/{id}');
  const views = data?.items ?? [];
  const now = keyOf(filters);
  const current = views.find((view) => keyOf(view.filters) === now);
  const changeable = current && (current.mine || person.role === 'broker') ? current : undefined;
  const own = views.filter(({ mine }) => mine);
  const shared = views.filter(({ mine }) => !mine);
  // The view that was picked last, to be saved anew after its filters were changed.
  const [picked, setPicked] = useState<string | null>(null);
  const last = current ? undefined : views.find(({ id, mine }) => id === picked && (mine || person.role === 'broker'));
  const item = (view: View) => (
    <Menu.Item
      key={view.id}
      aria-current={view === current ? 'true' : undefined}
      fw={view === current ? 650 : undefined}
      onClick={() => {
        setPicked(view.id);
        apply(view.filters);
      }}
    >
      {view.name}
      {!view.mine && view.owner && (
        <Text span size="xs" c="dimmed">
          {' '}
          by {view.owner}
        </Text>
      )}
      {view.mine && view.shared && (
        <Text span size="xs" c="dimmed">
          {' '}
          shared
        </Text>
      )}
    </Menu.Item>
  );
  const close = (): void => setAsked(null);
  return (
    <>
      <Menu position="bottom-start" withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button variant="default" leftSection={<IconBookmark size={14} aria-hidden />} aria-label={`Views${current ? `: ${current.name}` : ''}`}>
            <span className="clip" style={{ maxWidth: 160 }}>
              {current?.name ?? 'Views'}
            </span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
          {own.length > 0 && <Menu.Label>Yours</Menu.Label>}
          {own.map(item)}
          {shared.length > 0 && <Menu.Label>Shared</Menu.Label>}
          {shared.map(item)}
          {views.length > 0 && <Menu.Divider />}
          <Menu.Item leftSection={<IconDeviceFloppy size={16} aria-hidden />} disabled={current !== undefined} onClick={() => setAsked({ what: 'save' })}>
            Save this view …
          </Menu.Item>
          {last && (
            <Menu.Item
              leftSection={<IconRefresh size={16} aria-hidden />}
              onClick={() => keep.mutate({ path: { id: last.id }, body: { filters: filters as never } }, { onError: showProblem })}
            >
              Save it as “{last.name}”
            </Menu.Item>
          )}
          {changeable && (
            <>
              <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setAsked({ what: 'rename', view: changeable })}>
                Rename or share “{changeable.name}” …
              </Menu.Item>
              <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => setAsked({ what: 'remove', view: changeable })}>
                Delete “{changeable.name}” …
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
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
