import { monthWords } from './figure-words.ts';

/** The first days of so many months, that of a day first. */
export const lastMonths = (day: string, count: number): string[] =>
  Array.from({ length: count }, (_, back) => {
    const at = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
    at.setUTCMonth(at.getUTCMonth() - back);
    return at.toISOString().slice(0, 10);
  });

export const monthChoices = (months: readonly string[]): { value: string; label: string }[] =>
  months.map((value) => ({ value, label: monthWords(value) }));
