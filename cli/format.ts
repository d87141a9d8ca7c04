/** 12,345 and $1,234.50: as people here write them, whatever the machine's locale. */
export const count = (value: number): string => value.toLocaleString('en-US');
export const dollars = (cents: number | null | undefined): string =>
  cents === null || cents === undefined
    ? '–'
    : (cents / 100).toLocaleString('en-US', { style: 'currency', currency: 'USD', minimumFractionDigits: cents % 100 === 0 ? 0 : 2 });

/** An instant in the reader's own zone or in the one given, which it names: `Sat, 21 Nov 2026, 10:00 CST`. */
export function when(iso: string | null | undefined, zone?: string): string {
  if (!iso) return '–';
  const [at, place] = [new Date(iso), zone ? { timeZone: zone } : {}];
  const day = new Intl.DateTimeFormat('en-GB', { ...asRead, ...place }).format(at);
  // American zones have names in American English only: CST, elsewhere GMT-6.
  const name = new Intl.DateTimeFormat('en-US', { timeZoneName: 'short', ...place }).formatToParts(at).find(({ type }) => type === 'timeZoneName');
  return `${day} ${name?.value ?? ''}`.trimEnd();
}

const asRead = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** The day and time of a deadline as they are read where the property is: `Mon 30 Nov 2026, 23:59`. */
export const localDay = (date: string, time: string | null): string =>
  `${new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(new Date(date)).replace(',', '')}${time ? `, ${time}` : ''}`;

/** `3 s`, `2 min 5 s`, `1 h 4 min`. */
export function duration(seconds: number): string {
  const s = Math.max(0, Math.round(seconds));
  if (s < 60) return `${s} s`;
  if (s < 3600) return `${Math.floor(s / 60)} min ${s % 60} s`;
  return `${Math.floor(s / 3600)} h ${Math.floor((s % 3600) / 60)} min`;
}

/** A bar, the share, the rate and the time that is left. */
export function progressLine({
  done,
  total,
  unit,
  seconds,
  label,
}: {
  done: number;
  total: number | null;
  unit: string;
  seconds: number;
  label: string;
}): string {
  const rate = seconds > 0 ? done / seconds : 0;
  const size = (value: number): string => (unit === 'bytes' ? megabytes(value) : `${count(Math.round(value))} ${unit}`);
  if (!total) return `${label}  ${size(done)}  ${size(rate)}/s`;
  const share = Math.min(1, done / total);
  const bar = '█'.repeat(Math.round(share * 24)).padEnd(24, '░');
  const left = rate > 0 ? `${duration((total - done) / rate)} left` : '';
  return `${label}  ${bar} ${String(Math.floor(share * 100)).padStart(3)} %  ${size(rate)}/s  ${left}`.trimEnd();
}

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;
