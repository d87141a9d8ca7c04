import { Group, NativeSelect, Text } from '@mantine/core';
import { useState } from 'react';
import { useMe } from '../../api/me.ts';
import { FileLinks } from '../../parts/file/FileLinks.tsx';
import { FileView } from '../../parts/file/FileView.tsx';
import { absoluteWords } from '../../parts/time.ts';
import type { Whole } from './use-review.ts';

/** The file itself: the version that is decided about, or another one. Opening it is written down. */
export function DocumentFrame({ document: of, version: looked }: { document: Whole; version: number }) {
  const { brokerage } = useMe();
  const [chosen, setChosen] = useState<number | null>(null);
  const shown = of.versions.find(({ version }) => version === (chosen ?? looked)) ?? of.versions[0];
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
        <FileLinks src={src} download={shown.file} />
      </Group>
      <FileView src={src} mime={shown.mime} title={`${of.title}, version ${shown.version}`} />
    </section>
  );
}
