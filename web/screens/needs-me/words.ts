import { placeWords } from '../../parts/place.ts';
import type { NeedsMeLine } from './lines.ts';

/** The street of a property stands for the number of its deal: people know files by their houses. */
export function titleOf({ title, dealNo, property }: Pick<NeedsMeLine, 'title' | 'dealNo' | 'property'>): string {
  const street = property?.split(', ')[0];
  return street && dealNo !== null ? title.replace(new RegExp(`\\bdeal ${dealNo}\\b`), placeWords(street)) : title;
}
