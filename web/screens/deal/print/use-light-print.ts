import { useEffect } from 'react';

/** Paper is light: while a page is printed it has the light scheme, whichever is on screen. */
export function useLightPrint(): void {
  useEffect(() => {
    const { documentElement: root } = document;
    const name = 'data-mantine-color-scheme';
    let shown: string | null = null;
    const before = (): void => {
      shown = root.getAttribute(name);
      root.setAttribute(name, 'light');
    };
    const after = (): void => {
      if (shown) root.setAttribute(name, shown);
    };
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, []);
}
