export * from '../domain/agents/access.ts';
