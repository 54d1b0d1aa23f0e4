import type { Language } from '../../../kernel/context.ts';

const locales = { ru: 'ru-RU', en: 'en-GB' } as const;

const made = new Map<string, Intl.DateTimeFormat>();

function formatOf(language: Language, name: string, options: Intl.DateTimeFormatOptions) {
  const key = `${language} ${name}`;
  const format =
    made.get(key) ?? new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'UTC' });
  made.set(key, format);
  return format;
}

const at = (on: string): Date => new Date(`${on}T00:00:00Z`);

/** A day in figures: `05.03.2026`, in English `05/03/2026`. */
export const dayText = (on: string, language: Language): string =>
  formatOf(language, 'short', { day: '2-digit', month: '2-digit', year: 'numeric' }).format(at(on));

/** A day in words: `5 марта 2026 г.`, `5 March 2026`. */
export const longDay = (on: string, language: Language): string =>
  formatOf(language, 'long', { day: 'numeric', month: 'long', year: 'numeric' }).format(at(on));

/** The month of a day, kept on one line: `март 2026`, `March 2026`. */
export const monthText = (on: string, language: Language): string =>
  [formatOf(language, 'month', { month: 'long' }).format(at(on)), on.slice(0, 4)].join('\u00A0');
