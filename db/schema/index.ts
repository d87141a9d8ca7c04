export * from './closing.ts';
export * from './core.ts';
export * from './lead-jobs.ts';
export * from './offers.ts';
export * from './outreach.ts';
export * from './sourcing.ts';
