const two = (value: number): string => String(value).padStart(2, '0');

/** A minute of a day as a clock shows it, the end of the day as `24:00`. */
export const clockText = (minute: number): string =>
  `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

/** Hours from and to: `09:00–12:00`. */
export const hoursText = (of: { fromMinute: number; toMinute: number }): string =>
  `${clockText(of.fromMinute)}–${clockText(of.toMinute)}`;

/** The minute that somebody typed, `9` or `09:30`; of what is none, one that servers refuse. */
export function minuteOf(text: string): number {
  const [, hours, minutes = '0'] = /^(\d{1,2})(?::(\d\d))?$/.exec(text.trim()) ?? [];
  return hours === undefined ? -1 : Number(hours) * 60 + Number(minutes);
}
