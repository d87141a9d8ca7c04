import { type Dispatch, type SetStateAction, useEffect, useState } from 'react';

/**
 * What is typed for the palette, from the key that asks for it on: its code may still be on the way and its field not focused.
 * Until then a letter would be lost, or do what it does on the screen below.
 */
export function usePaletteTyping(opened: boolean): [typed: string, setTyped: Dispatch<SetStateAction<string>>] {
  const [typed, setTyped] = useState('');
  useEffect(() => {
    if (!opened) return;
    const take = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || inField(event.target)) return;
      if (event.key.length === 1) setTyped((before) => before + event.key);
      else if (event.key === 'Backspace') setTyped((before) => before.slice(0, -1));
      else return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    window.addEventListener('keydown', take, true);
    return () => {
      window.removeEventListener('keydown', take, true);
      setTyped('');
    };
  }, [opened]);
  return [typed, setTyped];
}

const inField = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.closest('[role="dialog"]') !== null;
