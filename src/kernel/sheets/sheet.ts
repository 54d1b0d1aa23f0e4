/** A column of a sheet that is written out. */
export type SheetColumn = {
  title: string;
  /** `date` is YYYY-MM-DD, `instant` a Date, `money` a decimal notation such as `-12.30`. */
  type: 'text' | 'number' | 'money' | 'date' | 'instant' | 'boolean';
};

export type SheetValue = string | number | boolean | Date | null;

/** What sheets need to know of their reader. */
export type SheetManners = { language: 'ru' | 'en'; timeZone: string };

/** An instant as a calendar and a clock of the time zone show it: `2026-03-01 13:05:00`. */
export function localTime(at: Date, timeZone: string): string {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format.format(at);
}

const formats = new Map<string, Intl.DateTimeFormat>();
