import { monthOf } from '../../../kernel/month-of.ts';
import { monthWords } from './figure-words.ts';

/** The first days of so many months, that of a day first. */
export const lastMonths = (day: string, count: number): string[] =>
  Array.from({ length: count }, (_, back) => monthOf(day, -back));

export const monthChoices = (months: readonly string[]): { value: string; label: string }[] =>
  months.map((value) => ({ value, label: monthWords(value) }));
