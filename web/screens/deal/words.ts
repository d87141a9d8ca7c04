/** Words of the field for what the API names. */

const stageNames: Record<string, string> = { 'following-up': 'following up', 'under-contract': 'under contract', 'fell-through': 'fell through' };
export const stageWords = (stage: string): string => stageNames[stage] ?? stage.replaceAll('-', ' ');
export const sideWords = (side: string): string => (side === 'wholesale' ? 'wholesale' : `${side} side`);
export const roleWords = (role: string): string => role.replaceAll('-', ' ').replace(/^title$/, 'title company');
export const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
