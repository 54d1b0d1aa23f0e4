const two = (value: number): string => String(value).padStart(2, '0');

/** A minute of a day as a clock shows it: `09:30`. */
const clockText = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

/** Hours from and to: `09:00–12:00`. */
export const hoursText = (of: { fromMinute: number; toMinute: number }): string =>
  `${clockText(of.fromMinute)}–${clockText(of.toMinute)}`;

/** What a clock's field says, in minutes; null where it says nothing. */
export function minuteOf(text: string): number | null {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? [];
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
}
