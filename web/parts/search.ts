/** Reads values of the URL: whatever a person typed there, a screen gets something it knows. */
export const oneOf = <T extends string>(value: unknown, known: readonly T[]): T | undefined => known.find((each) => each === value);
export const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;
export const flag = (value: unknown): true | undefined => (value === true || value === 'true' ? true : undefined);
/** `closing` or `-closing`, of columns that exist. */
export const sortBy = <T extends string>(value: unknown, columns: readonly T[]): string | undefined =>
  typeof value === 'string' && columns.some((column) => column === value.replace(/^-/, '')) ? value : undefined;
