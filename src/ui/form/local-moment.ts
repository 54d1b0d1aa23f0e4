/**
 * A wall-clock time in the operator's zone (`2026-03-02T14:30`), and the instant that it is; the
 * browser's own zone may be another.
 */
const partsIn = (atMs: number, timeZone: string | undefined): string => {
  const format = new Intl.DateTimeFormat('sv-SE', {
    ...(timeZone ? { timeZone } : {}),
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  return format.format(atMs).replace(' ', 'T');
};

export const localOf = (at: string | number, timeZone?: string): string =>
  partsIn(typeof at === 'number' ? at : Date.parse(at), timeZone);

/** Null for what is no time. A time that the clocks skip becomes the one an hour later. */
export const instantOf = (local: string, timeZone?: string): string | null => {
  // Date.parse takes almost anything for a time: it reads ":00Z" as midnight of the year 2000.
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local)) return null;
  const asUtcMs = Date.parse(`${local}:00Z`);
  if (Number.isNaN(asUtcMs)) return null;
  const offsetAt = (atMs: number): number => Date.parse(`${partsIn(atMs, timeZone)}:00Z`) - atMs;
  const guessMs = asUtcMs - offsetAt(asUtcMs);
  return new Date(asUtcMs - offsetAt(guessMs)).toISOString();
};

/** A time of the day as people type it, 9:30, 09.30 or 930, as `09:30`; else an empty string. */
export const clockOf = (text: string): string => {
  const [, hours = '', minutes = ''] = /^(\d{1,2})[:.\s-]?([0-5]\d)$/.exec(text.trim()) ?? [];
  return hours === '' || Number(hours) > 23 ? '' : `${hours.padStart(2, '0')}:${minutes}`;
};
