import { currentLanguage } from './language.ts';

/**
 * Everything that people read as a number, a sum or a time passes through here, in the language of
 * the screen and the time zone of the operator that one is signed in to; on a public page that of
 * the browser. Formats are made once per language, for a table asks for
 * thousands.
 */
let timeZone: string | undefined;

/** Sets the operator's time zone (IANA name), in which all instants are shown. */
export const showInTimeZone = (zone: string | undefined): void => {
  timeZone = zone;
  made.clear();
};

const made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>();

const once = <Format extends Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>(
  key: string,
  make: (language: string) => Format,
): Format => {
  const language = currentLanguage() === 'ru' ? 'ru-RU' : 'en-GB';
  const fullKey = `${language} ${key}`;
  const format = (made.get(fullKey) as Format | undefined) ?? make(language);
  made.set(fullKey, format);
  return format;
};

/** Below nought a number carries the minus of print, as every sum does. */
const withMinus = (text: string): string => text.replace('-', '−');

/** @param digits at most so many after the comma; `isFixed`: always so many, as in a column */
export const formatNumber = (value: number, digits = 0, isFixed = false): string =>
  withMinus(
    once(
      `n${digits}${isFixed ? 'f' : ''}`,
      (language) =>
        new Intl.NumberFormat(language, {
          maximumFractionDigits: digits,
          minimumFractionDigits: isFixed ? digits : 0,
        }),
    ).format(value),
  );

/** A number as a name: № 7, No. 7. */
export const formatNo = (id: number | string): string =>
  `${currentLanguage() === 'ru' ? '№' : 'No.'} ${id}`;

export const formatPercent = (share: number, digits = 0): string =>
  withMinus(
    once(
      `p${digits}`,
      (language) =>
        new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: digits }),
    ).format(share),
  );

/** How many digits of minor units a currency has: 2 for RUB, 0 for JPY. */
const minorDigitsOf = (currency: string): number =>
  once(
    `c${currency}`,
    () => new Intl.NumberFormat('en', { style: 'currency', currency }),
  ).resolvedOptions().maximumFractionDigits ?? 2;

/** Minor units as people type a sum: 12 050 kopecks are 120.5. */
export const majorOf = (amountMinor: number, currency: string): number =>
  amountMinor / 10 ** minorDigitsOf(currency);

/** A typed sum in whole minor units; what is finer than them is rounded to the nearest. */
export const minorOf = (amount: number, currency: string): number =>
  Math.round(amount * 10 ** minorDigitsOf(currency));

const moneyFormat = (currency: string, digits: number): Intl.NumberFormat =>
  once(
    `m${currency}${digits}`,
    (language) =>
      new Intl.NumberFormat(language, {
        style: 'currency',
        currency,
        currencyDisplay: 'narrowSymbol',
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }),
  );

/** Minor units (kopecks) as a sum; whole sums lose their zero kopecks: 1 240 ₽, 1 240,50 ₽. */
export const formatMoney = (amountMinor: number, currency = 'RUB'): string => {
  const digits = minorDigitsOf(currency);
  const amount = amountMinor / 10 ** digits;
  return withMinus(moneyFormat(currency, Number.isInteger(amount) ? 0 : digits).format(amount));
};

/** The same in whole units of the currency, for means and forecasts. */
export const formatWholeMoney = (amountMinor: number, currency: string): string =>
  formatMoney(minorOf(Math.round(majorOf(amountMinor, currency)), currency), currency);

/** How a currency is written beside sums, for the label of a field: `₽`. */
export const signOf = (currency: string): string =>
  moneyFormat(currency, 0)
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value ?? currency;

type Style =
  | 'date'
  | 'dateLong'
  | 'time'
  | 'second'
  | 'instant'
  | 'dayMonth'
  | 'month'
  | 'monthShort'
  | 'weekday'
  | 'weekdayShort'
  | 'key';

const styles: Record<Style, Intl.DateTimeFormatOptions> = {
  date: { day: '2-digit', month: '2-digit', year: 'numeric' },
  dateLong: { day: 'numeric', month: 'long', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit' },
  second: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
  instant: {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  },
  dayMonth: { day: 'numeric', month: 'short' },
  month: { month: 'long', year: 'numeric' },
  monthShort: { month: 'short', year: '2-digit' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  weekdayShort: { weekday: 'short', day: 'numeric', month: 'short' },
  key: { year: 'numeric', month: '2-digit', day: '2-digit' },
};

const asDate = (at: string | number | Date): Date => (at instanceof Date ? at : new Date(at));

/** An instant in the operator's time zone. */
export const formatInstant = (at: string | number | Date, style: Style = 'instant'): string =>
  once(
    `i${style}`,
    (language) =>
      new Intl.DateTimeFormat(language, { ...styles[style], ...(timeZone ? { timeZone } : {}) }),
  ).format(asDate(at));

/** A calendar day given as YYYY-MM-DD, which belongs to no time zone. */
export const formatDay = (on: string, style: Style = 'date'): string =>
  once(
    `u${style}`,
    (language) => new Intl.DateTimeFormat(language, { ...styles[style], timeZone: 'UTC' }),
  ).format(new Date(`${on.slice(0, 10)}T00:00:00Z`));

/** The operator's calendar day of an instant, as YYYY-MM-DD. */
export const dayOf = (at: string | number | Date): string =>
  new Intl.DateTimeFormat('sv-SE', { ...styles.key, ...(timeZone ? { timeZone } : {}) }).format(
    asDate(at),
  );

const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

const DAY_MS = 86_400_000;

/** By how many of the operator's midnights an instant is apart: yesterday is −1, however late. */
const daysApart = (at: Date, nowMs: number): number =>
  Math.round((Date.parse(dayOf(at)) - Date.parse(dayOf(nowMs))) / DAY_MS);

/** "5 минут назад", "через 3 дня"; less than a minute either way is "сейчас". */
export const formatRelative = (at: string | number | Date, nowMs: number): string => {
  const date = asDate(at);
  const seconds = (date.getTime() - nowMs) / 1000;
  const [unit, size] = steps.find(([, length]) => Math.abs(seconds) >= length) ?? ['minute', 60];
  const counted = unit === 'day' ? daysApart(date, nowMs) : Math.trunc(seconds / size);
  const amount = Math.abs(seconds) < 60 ? 0 : counted;
  return once(
    'r',
    (language) => new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' }),
  ).format(amount, amount === 0 ? 'second' : unit);
};

const two = (value: number): string => String(value).padStart(2, '0');

/** Counting time: 0:45, 12:05, 1:02:30; overdue time carries a minus. */
export const formatCount = (seconds: number): string => {
  const whole = Math.abs(Math.trunc(seconds));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const sign = seconds <= -1 ? '−' : '';
  const tail = two(whole % 60);
  return hours > 0 ? `${sign}${hours}:${two(minutes)}:${tail}` : `${sign}${minutes}:${tail}`;
};

const inUnits = (value: number, unit: string): string =>
  once(
    `d${unit}`,
    (language) => new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }),
  ).format(value);

/** Time left in one unit, for what is not counted by the second: 3 дн., 5 ч; over: −3 дн. */
export const formatLeft = (seconds: number): string => {
  const whole = Math.abs(seconds);
  const inDays = whole >= 86_400;
  const amount = Math.floor(whole / (inDays ? 86_400 : 3600));
  return `${seconds < 0 ? '−' : ''}${inUnits(amount, inDays ? 'day' : 'hour')}`;
};

/** A length of time in words: 15 с, 2 мин, 1 ч 5 мин; for what is told, not counted. */
export const formatDuration = (seconds: number): string => {
  const whole = Math.max(0, Math.round(seconds));
  const parts: [number, string][] = [
    [Math.floor(whole / 3600), 'hour'],
    [Math.floor((whole % 3600) / 60), 'minute'],
    [whole % 60, 'second'],
  ];
  const told = parts.filter(([value]) => value > 0);
  return (told.length > 0 ? told : parts.slice(-1))
    .map(([value, unit]) => inUnits(value, unit))
    .join(' ');
};

export { formatPhone } from '../kernel/format-phone.ts';
