const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Hours from Greenwich of the zones that RFC 5322, 4.3 still lets be named. */
const zones = new Map<string, number>(
  Object.entries({ ut: 0, utc: 0, gmt: 0, z: 0, msk: 3, msd: 4, est: -5, edt: -4 }).concat(
    Object.entries({ cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7 }),
  ),
);

const dayWritten = String.raw`(?:[a-z]{2,9},?\s*)?(\d{1,2})[\s-]+([a-z]{3,9})[\s-]+(\d{2,4})`;
const timeWritten = String.raw`(\d{1,2}):(\d{2})(?::(\d{2}))?`;
const zoned = String.raw`([+-]\d{2}:?\d{2}|[a-z]{1,4})?`;
const written = new RegExp(String.raw`^${dayWritten}\s+${timeWritten}\s*${zoned}`, 'i');

/** When a message says it was sent: RFC 5322 and its older forms. Null if it says no sound date. */
export function readMailDate(field: string | null): Date | null {
  const match = written.exec((field ?? '').replaceAll(/\([^()]*\)|"/g, ' ').trim());
  if (!match) return null;
  const [, day, monthName = '', yearText = '', hour, minute, second = '0', zone = ''] = match;
  const month = months.indexOf(monthName.slice(0, 3).toLowerCase());
  const year = fullYear(Number(yearText), yearText.length);
  const at = Date.UTC(year, month, Number(day), Number(hour), Number(minute), Number(second));
  const date = new Date(at - zoneMinutes(zone.toLowerCase()) * 60_000);
  const isSound =
    month >= 0 &&
    Number(hour) < 24 &&
    Number(minute) < 60 &&
    new Date(at).getUTCDate() === Number(day);
  return isSound && year >= FIRST_YEAR && year < LAST_YEAR ? date : null;
}

/** Mail was not, and will not be; a clock that says so is not set. */
const [FIRST_YEAR, LAST_YEAR] = [1982, 2100] as const;

/** RFC 5322, 4.3: years of two and three digits. */
function fullYear(year: number, digits: number): number {
  if (digits === 2) return year + (year < 50 ? 2000 : 1900);
  return digits === 3 ? year + 1900 : year;
}

function zoneMinutes(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  if (sign === undefined) return (zones.get(zone) ?? 0) * 60;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
