/** Minutes after midnight as `HH:MM`, the end of the day as `24:00`. */
export const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Minutes after midnight of `HH:MM`; of what is none, what the server refuses. */
export function minuteOf(text: string): number {
  const [, hours, minutes = '0'] = /^(\d{1,2})(?::(\d\d))?$/.exec(text.trim()) ?? [];
  return hours === undefined ? -1 : Number(hours) * 60 + Number(minutes);
}
