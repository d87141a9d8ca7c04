import type { ArchiveStep } from '../schemas.ts';
import type { KindOf } from './kind.ts';

export const archive: KindOf<ArchiveStep> = { exits: () => [], faults: () => [] };
