import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { sampleList } from './list.ts';
import { places } from './places.ts';

const today = new Date('2026-11-21T12:00:00Z');
const list = sampleList(today);
const rows = parse(list.csv, { columns: true }) as Record<string, string>[];
const filled = (column: string): string[] => rows.map((row) => row[column]!).filter(Boolean);

describe('the sample list', () => {
  it('has three hundred properties, each once, in every place', () => {
    expect(list.rows).toBe(300);
    expect(rows).toHaveLength(300);
    expect(new Set(rows.map((row) => `${row.Address} ${row.Zip}`)).size).toBe(300);
    expect(new Set(rows.map((row) => `${row.County} ${row.APN}`)).size).toBe(300);
    expect(new Set(filled('City'))).toEqual(new Set(places.map(({ city }) => city)));
  });

  it('reaches nobody real: numbers kept for fiction, mailboxes under example domains', () => {
    for (const phone of filled('Phone 1')) expect(phone).toMatch(/^\(\d{3}\) 555-01\d\d$/);
    for (const mailbox of filled('Email 1')) expect(mailbox).toMatch(/@example\.(com|net|org)$/);
    expect(new Set(filled('Phone 1')).size).toBe(filled('Phone 1').length);
    expect(new Set(filled('Email 1')).size).toBe(filled('Email 1').length);
  });

  it('is the same list for the same day', () => {
    expect(sampleList(today)).toEqual(list);
  });

  it('holds recent sales to compare with in every place', () => {
    const halfYear = today.getTime() - 183 * 86_400_000;
    for (const { zip } of places)
      expect(
        rows.filter((row) => row.Zip === zip && row['Building Sqft'] && new Date(row['Last Sale Recording Date']!).getTime() > halfYear).length,
      ).toBeGreaterThanOrEqual(10);
  });

  it('names as consenting only owners whose number it has', () => {
    const numbers = new Set(filled('Phone 1').map((phone) => `+1${phone.replace(/\D/g, '')}`));
    expect(list.consented.length).toBeGreaterThan(20);
    for (const number of list.consented) expect(numbers).toContain(number);
  });
});
