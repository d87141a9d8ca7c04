import { Anchor } from '@mantine/core';
import { type MouseEvent, type ReactNode, useState } from 'react';
import { FileDialog } from './FileDialog.tsx';

type Props = { src: string; title: string; children: ReactNode };

/** Names a PDF file: shows it over the screen; with Ctrl or the middle button in a tab, as any link. */
export function FileLink({ src, title, children }: Props) {
  const [open, setOpen] = useState(false);
  const show = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    setOpen(true);
  };
  return (
    <>
      <Anchor href={src} target="_blank" rel="noreferrer" size="sm" onClick={show} aria-haspopup="dialog">
        {children}
      </Anchor>
      {open && <FileDialog src={src} title={title} close={() => setOpen(false)} />}
    </>
  );
}
