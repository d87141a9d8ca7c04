import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/client.ts';

export type LeadDetail = Answer<'/v1/leads/{no}', 'get'>;

/** A part of a lead's page. */
export const Panel = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="panel" aria-label={title}>
    <Title order={2} mb={6}>
      {title}
    </Title>
    {children}
  </section>
);
