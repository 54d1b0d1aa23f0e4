/** A day in a calendar, which lasts the whole day. */
export type CalendarDay = { uid: string; on: string; title: string; text: string };

/** Octets of a line before it is folded (RFC 5545, 3.1). */
const MOST_OCTETS = 75;

const escaped = (text: string): string =>
  text.replace(/([\\;,])/g, '\\$1').replace(/\r?\n/g, '\\n');

/** Folds a line so that no part is longer, and no letter is torn. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const letter of line) {
    const limit = parts.length === 0 ? MOST_OCTETS : MOST_OCTETS - 1;
    if (Buffer.byteLength(part + letter) > limit) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part].join('\r\n ');
}

const compact = (day: string): string => day.replaceAll('-', '');

/** The days as a calendar of RFC 5545, which calendars subscribe to. */
export function calendarText(
  name: string,
  days: readonly CalendarDay[],
  { madeAt, dayAfter }: { madeAt: Date; dayAfter: (day: string) => string },
): string {
  const stamp = `${madeAt.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Bereg//vip//EN',
    `X-WR-CALNAME:${escaped(name)}`,
    ...days.flatMap(({ uid, on, title, text }) => [
      'BEGIN:VEVENT',
      `UID:${uid}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(on)}`,
      `DTEND;VALUE=DATE:${compact(dayAfter(on))}`,
      `SUMMARY:${escaped(title)}`,
      ...(text === '' ? [] : [`DESCRIPTION:${escaped(text)}`]),
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
