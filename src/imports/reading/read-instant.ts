import { Temporal } from 'temporal-polyfill';
import { dateOfSerial } from './excel-serial.ts';
import { type DateOrder, readDate } from './read-date.ts';

const timeOfDay =
  /(?:[T,]\s*|\s)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]m)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/iu;

/**
 * A moment as people and programs write it; null where it is none. A day alone is its beginning, a
 * time without a zone is meant in `timeZone`. Knows what `readDate` knows with a time behind it, a
 * spreadsheet's day number, and seconds or milliseconds since 1970.
 */
export function readInstant(text: string, order: DateOrder, timeZone: string): Date | null {
  const written = text.trim();
  if (/^\d{9,10}$/.test(written)) return new Date(Number(written) * 1000);
  if (/^\d{12,13}$/.test(written)) return new Date(Number(written));
  const serial = /^\d{5}(\.\d+)?$/.test(written) ? dateOfSerial(Number(written)) : null;
  const whole = serial ?? written;
  const time = timeOfDay.exec(whole);
  const day = readDate(time ? whole.slice(0, time.index) : whole, order);
  if (day === null) return null;
  const [, hour = '0', minute = '0', second = '0', half, zone] = time ?? [];
  const hours = hourOfDay(Number(hour), half);
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const local = Temporal.PlainDate.from(day).toPlainDateTime({
    hour: hours,
    minute: Number(minute),
    second: Number(second),
  });
  return new Date(local.toZonedDateTime(zoneOf(zone) ?? timeZone).epochMilliseconds);
}

/** Of twelve hours, where a half of the day is named. */
function hourOfDay(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  return (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
}

/** A zone as it stands behind a time: `Z`, `+0300`, `+03:00`. */
function zoneOf(zone: string | undefined): string | undefined {
  if (zone === undefined) return undefined;
  if (/^(z|utc)$/i.test(zone)) return 'UTC';
  return `${zone.slice(0, 3)}:${zone.slice(-2)}`;
}
