import { Tooltip } from '@mantine/core';
import { type ReactNode, useEffect, useId } from 'react';

/** The word itself, beside what it is about, which names it as its description. */
export default function HintShown({ target, label }: { target: HTMLElement; label: ReactNode }) {
  const id = useId();
  useEffect(() => {
    const before = target.getAttribute('aria-describedby');
    target.setAttribute('aria-describedby', before ? `${before} ${id}` : id);
    return () => (before ? target.setAttribute('aria-describedby', before) : target.removeAttribute('aria-describedby'));
  }, [target, id]);
  return <Tooltip opened target={target} label={<span id={id}>{label}</span>} multiline maw={360} />;
}
