const tidy = (words: string): string =>
  words
    .toLowerCase()
    .replace(/\b[a-z]/g, (sign) => sign.toUpperCase())
    .replace(/^Po Box\b/, 'PO Box');

/** Lists shout; people read in mixed case. State and ZIP stay as they are. */
export const placeWords = (place: string): string =>
  /[a-z]/.test(place)
    ? place
    : place
        .split(', ')
        .map((part) => (/^[A-Z]{2}( \d{5}(-\d{4})?)?$/.test(part) ? part : tidy(part)))
        .join(', ');
