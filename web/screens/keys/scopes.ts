import { type Area, areas } from '../../../domain/agents/access.ts';
import { areaWords } from '../people/RoleTable.tsx';

/** Scopes as people read them: `everything its person may`, or area by area. */
export function scopesWords(scopes: readonly string[]): string {
  if (scopes.includes('*')) return 'everything its person may';
  const has = (area: Area, what: 'read' | 'write'): boolean => scopes.includes(`${area}:${what}`);
  const parts = areas.flatMap((area) => {
    const may = [has(area, 'read') && 'read', has(area, 'write') && 'change'].filter(Boolean).join(' and ');
    return may ? [`${areaWords[area].toLowerCase()}: ${may}`] : [];
  });
  return parts.join('; ') || 'nothing';
}
