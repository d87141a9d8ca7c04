import { Anchor, Group, NativeSelect, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useMe } from '../../api/me.ts';
import { absoluteWords } from '../../parts/time.ts';
import type { Whole } from './use-review.ts';

/** The file itself: the version that is decided about, or another one. Opening it is written down. */
export function DocumentFrame({ document: of, version: looked }: { document: Whole; version: number }) {
  const { brokerage } = useMe();
  const [chosen, setChosen] = useState<number | null>(null);
  const shown = of.versions.find(({ version }) => version === (chosen ?? looked)) ?? of.versions[0];
  const frame = useRef<HTMLIFrameElement>(null);
  const inFrame = useFocusInside(frame);
  if (!shown) return null;
  const src = `${shown.file}?inline=true`;
  return (
    <section className="review-frame" aria-label="The document">
      <Group justify="space-between" gap="xs" wrap="nowrap">
        {of.versions.length > 1 ? (
          <NativeSelect
            size="xs"
            aria-label="Version shown"
            value={shown.version}
            onChange={({ currentTarget }) => setChosen(Number(currentTarget.value))}
            data={of.versions.map(({ version, uploadedAt }) => ({
              value: String(version),
              label: `Version ${version}${version === of.version ? ', in force' : ''} · ${absoluteWords(uploadedAt, brokerage.zone)}`,
            }))}
          />
        ) : (
          <Text size="sm" c="dimmed" className="clip">
            {shown.name}
          </Text>
        )}
        <Anchor href={src} target="_blank" rel="noreferrer" size="sm" style={{ whiteSpace: 'nowrap' }}>
          Open in a tab of its own
        </Anchor>
      </Group>
      {shown.mime === 'application/pdf' ? (
        <iframe key={src} ref={frame} src={`${src}#view=FitH`} title={`${of.title}, version ${shown.version}`} />
      ) : (
        <div className="review-picture">
          <img src={src} alt={`${of.title}, version ${shown.version}`} />
        </div>
      )}
      <Text size="sm" c="dimmed" role="status" mih={21}>
        {inFrame ? 'Keys go to the document while you are in it. Click beside it to go on by keys.' : ''}
      </Text>
    </section>
  );
}

/** Whether the frame has the focus: then no key reaches this page. A viewer that takes it by itself gives it back. */
function useFocusInside(frame: React.RefObject<HTMLIFrameElement | null>): boolean {
  const [inside, setInside] = useState(false);
  useEffect(() => {
    const look = (): void => setInside(frame.current !== null && document.activeElement === frame.current);
    const soon = (): void => void setTimeout(look);
    addEventListener('blur', soon);
    addEventListener('focus', soon);
    return () => {
      removeEventListener('blur', soon);
      removeEventListener('focus', soon);
    };
  }, [frame]);
  return inside;
}
