export * from './closing.ts';
export * from './contracts.ts';
export * from './core.ts';
export * from './documents.ts';
export * from './lead-jobs.ts';
export * from './offers.ts';
export * from './outreach.ts';
export * from './sourcing.ts';
