/**
 * Where a result does not bear out what a case expects; empty when it does. Only what the case names is compared, and null asserts nothing.
 */
export function differences(expected: unknown, got: unknown, path = ''): string[] {
  if (expected === null || expected === undefined) return [];
  if (Array.isArray(expected)) {
    if (!Array.isArray(got) || got.length !== expected.length) return [difference(path, expected, got)];
    return expected.flatMap((item, index) => differences(item, got[index], `${path}[${index}]`));
  }
  if (typeof expected === 'object') {
    if (typeof got !== 'object' || got === null || Array.isArray(got)) return [difference(path, expected, got)];
    return Object.entries(expected).flatMap(([key, value]) =>
      differences(value, Object.hasOwn(got, key) ? (got as Record<string, unknown>)[key] : undefined, path ? `${path}.${key}` : key),
    );
  }
  return Object.is(expected, got) || expected === got ? [] : [difference(path, expected, got)];
}

const difference = (path: string, expected: unknown, got: unknown) => `${path || 'result'}: expected ${shown(expected)}, got ${shown(got)}`;

const shown = (value: unknown) => JSON.stringify(value) ?? 'nothing';
