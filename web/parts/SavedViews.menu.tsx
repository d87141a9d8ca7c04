import { Menu, Text } from '@mantine/core';
import { IconDeviceFloppy, IconPencil, IconRefresh, IconTrash } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { MenuFrame } from './MenuFrame.tsx';
import type { Asked, ReadyView, View } from './SavedViews.tsx';

type Props = {
  target: ReactElement<object>;
  ready: readonly ReadyView[];
  /** Of the view that is shown, ready-made or saved. */
  name: string | undefined;
  pickReady: (view: ReadyView) => void;
  views: View[];
  current: View | undefined;
  /** The one picked last, whose filters were changed since. */
  last: View | undefined;
  changeable: View | undefined;
  pick: (view: View) => void;
  saveLast: (view: View) => void;
  ask: (asked: Asked) => void;
};

export default function SavedViewsMenu({ target, ready, name, pickReady, views, current, last, changeable, pick, saveLast, ask }: Props) {
  const own = views.filter(({ mine }) => mine);
  const shared = views.filter(({ mine }) => !mine);
  const item = (view: View) => (
    <Menu.Item key={view.id} aria-current={view === current ? 'true' : undefined} fw={view === current ? 650 : undefined} onClick={() => pick(view)}>
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
  return (
    <MenuFrame target={target} position="bottom-start">
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        {ready.length > 0 && <Menu.Label>Ready-made</Menu.Label>}
        {ready.map((view) => (
          <Menu.Item
            key={view.name}
            aria-current={!current && view.name === name ? 'true' : undefined}
            fw={!current && view.name === name ? 650 : undefined}
            onClick={() => pickReady(view)}
          >
            {view.name}
          </Menu.Item>
        ))}
        {own.length > 0 && <Menu.Label>Yours</Menu.Label>}
        {own.map(item)}
        {shared.length > 0 && <Menu.Label>Shared</Menu.Label>}
        {shared.map(item)}
        {views.length + ready.length > 0 && <Menu.Divider />}
        <Menu.Item leftSection={<IconDeviceFloppy size={16} aria-hidden />} disabled={current !== undefined} onClick={() => ask({ what: 'save' })}>
          Save this view …
        </Menu.Item>
        {last && (
          <Menu.Item leftSection={<IconRefresh size={16} aria-hidden />} onClick={() => saveLast(last)}>
            Save it as “{last.name}”
          </Menu.Item>
        )}
        {changeable && (
          <>
            <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => ask({ what: 'rename', view: changeable })}>
              Rename or share “{changeable.name}” …
            </Menu.Item>
            <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => ask({ what: 'remove', view: changeable })}>
              Delete “{changeable.name}” …
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </MenuFrame>
  );
}
