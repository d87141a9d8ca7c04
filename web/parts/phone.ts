/** `+16155550101` → `(615) 555-0101`; an e-mail address as it is. */
export const pointWords = ({ value }: { value: string }): string => value.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3');
