const tidy = (words: string): string =>
  words
    .toLowerCase()
    .replace(/\b[a-z]/g, (sign) => sign.toUpperCase())
    .replace(/\b(Ne|Nw|Se|Sw)\b/g, (corner) => corner.toUpperCase())
    .replace(/^Po Box\b/, 'PO Box');

/** Lists shout; people write in mixed case. State and ZIP stay as they are, and so does what is written in mixed case already. */
export const placeWords = (place: string): string =>
  /[a-z]/.test(place)
    ? place
    : place
        .split(', ')
        .map((part) => (/^[A-Z]{2}( \d{5}(-\d{4})?)?$/.test(part) ? part : tidy(part)))
        .join(', ');
