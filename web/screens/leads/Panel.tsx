import { Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** One part of a lead, with its heading. */
export const Panel = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="panel" aria-label={title}>
    <Title order={2} mb={6}>
      {title}
    </Title>
    {children}
  </section>
);
