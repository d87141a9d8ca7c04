import { Modal, type ModalProps } from '@mantine/core';
import { useEffect, useState } from 'react';

/** What had the focus before the first of the dialogs that are open: they may lead from one to the next. */
let origin: HTMLElement | null = null;

/** A dialog. It is there as long as it is open, so it gives the focus back as it goes; the library does so only where one is closed and kept. */
export function Dialog(props: ModalProps) {
  useState(() => {
    const at = document.activeElement;
    if (at instanceof HTMLElement && at !== document.body && !at.closest('[role="dialog"]')) origin = at;
  });
  useEffect(() => () => void setTimeout(giveBack), []);
  return <Modal {...props} />;
}

function giveBack(): void {
  if (document.activeElement !== document.body || document.querySelector('[role="dialog"]')) return;
  if (origin?.isConnected) origin.focus({ preventScroll: true });
}
