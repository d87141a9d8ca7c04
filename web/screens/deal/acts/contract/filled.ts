/** What stands in the fields of a contract; texts as they were typed. */
export type Filled = {
  effectiveOn: string;
  price: number | string;
  periods: Record<string, number | string>;
  dates: Record<string, string>;
};

/** What a field holds, by the name that the API has for it; null while it is empty. The price is in cents. */
export function inField({ effectiveOn, price, periods, dates }: Filled, field: string): string | number | null {
  const [group, name = ''] = field.split('.');
  switch (group) {
    case 'effectiveOn':
      return effectiveOn || null;
    case 'priceCents':
      return price === '' ? null : Math.round(Number(price) * 100);
    case 'dates':
      return dates[name] || null;
    case 'periods':
      return periods[name] === undefined || periods[name] === '' ? null : Number(periods[name]);
    default:
      return null;
  }
}

/** The same with another value in one field. */
export function withField(filled: Filled, field: string, value: string | number): Filled {
  const [group, name = ''] = field.split('.');
  switch (group) {
    case 'effectiveOn':
      return { ...filled, effectiveOn: String(value) };
    case 'priceCents':
      return { ...filled, price: Number(value) / 100 };
    case 'dates':
      return { ...filled, dates: { ...filled.dates, [name]: String(value) } };
    case 'periods':
      return { ...filled, periods: { ...filled.periods, [name]: value } };
    default:
      return filled;
  }
}
