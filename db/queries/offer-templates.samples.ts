import { defaultLetter } from '../../domain/offers/default-letter.ts';
import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  newestOfferTemplate: ({ marker }) => ({ slug: marker }),
  findOfferTemplate: ({ marker }) => ({ slug: marker, version: 1 }),
  listOfferTemplates: () => undefined,
  publishOfferTemplate: () => ({ slug: 'sample', definition: defaultLetter, by: 'x' }),
};
