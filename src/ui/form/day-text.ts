const separated = /^(\d{1,2})[./\s-](\d{1,2})[./\s-](\d{4})$/;
const digits = /^(\d{2})(\d{2})(\d{4})$/;
const shortYear = /^(\d{1,2})[./\s-](\d{1,2})[./\s-](\d{2})$/;
const iso = /^(\d{4})-(\d{2})-(\d{2})$/;

const two = (value: string): string => value.padStart(2, '0');

/** The day as YYYY-MM-DD, unless no calendar has it. */
const existing = (year: string, month: string, day: string): string | null => {
  const on = `${year}-${two(month)}-${two(day)}`;
  const at = new Date(`${on}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(on) ? on : null;
};

/**
 * Reads a day as people write it, day first: 24.06.2024, 24/6/2024, 24062024, or as programs do,
 * 2024-06-24. @returns YYYY-MM-DD, or null while it is no day
 */
export const parseDay = (text: string): string | null => {
  const written = text.trim();
  const [, year, monthOfIso, dayOfIso] = iso.exec(written) ?? [];
  if (year && monthOfIso && dayOfIso) return existing(year, monthOfIso, dayOfIso);
  const [, day, month, fullYear] = separated.exec(written) ?? digits.exec(written) ?? [];
  return day && month && fullYear ? existing(fullYear, month, day) : null;
};

/**
 * Once the field is left a year of two digits counts too: 24.6.85. It is of this century up to the
 * coming decade, else of the last. @returns YYYY-MM-DD, or null
 */
export const parseDayLeft = (text: string, thisYear: number): string | null => {
  const [, day, month, year] = shortYear.exec(text.trim()) ?? [];
  if (!day || !month || !year) return parseDay(text);
  const century = Number(year) <= (thisYear % 100) + 10 ? 2000 : 1900;
  return existing(String(century + Number(year)), month, day);
};
