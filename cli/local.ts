import { usageError } from './errors.ts';

/** Dollars as people type them: 285000, $285,000, 1234.50. Nothing at all is an amount only where `free` says so. */
export function centsOf(text: string, name: string, { free = false } = {}): number {
  const value = Number(text.replaceAll(/[$,\s]/g, ''));
  if (!text.trim() || !Number.isFinite(value) || value < 0 || (value === 0 && !free)) throw usageError(`${name} is to be an amount in dollars, not "${text}".`);
  return Math.round(value * 100);
}

/** `2026-12-03 17:00` and `2026-12-03T17:00`: a time where the property is. */
export function localTime(text: string, name: string): string {
  const found = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)$/.exec(text.trim());
  if (!found) throw usageError(`${name} is to be a time where the property is, such as "2026-12-03 17:00", not "${text}".`);
  return `${found[1]}T${found[2]}`;
}
