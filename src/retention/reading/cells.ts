/** What stands in tables where nothing is known, in small letters. */
const nothing = new Set([
  '',
  '?',
  '-',
  '—',
  'na',
  'n/a',
  '#n/a',
  'nan',
  'null',
  'none',
  'nil',
  '\\n',
]);

export const isMissing = (cell: string): boolean => nothing.has(cell.toLowerCase());

/** A number as tables write it: `1 234,5`, `-0.5e3`, `12 %`, `$ 40`. NaN where it is none. */
export function numberIn(cell: string): number {
  const plain = Number(cell);
  if (!Number.isNaN(plain)) return Number.isFinite(plain) ? plain : Number.NaN;
  const bare = cell.replaceAll(/[\s\u00A0\u202F%$€₽]/g, '');
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare)) return Number(bare.replaceAll(',', ''));
  if (/^[+-]?\d+(,\d+)?$/.test(bare)) return Number(bare.replace(',', '.'));
  return /^[+-]?\d*\.?\d+(e[+-]?\d+)?$/i.test(bare) ? Number(bare) : Number.NaN;
}

const DAY_MS = 86_400_000;

const time = String.raw`(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d\d)?)?$`;
const yearFirst = new RegExp(String.raw`^(\d{4})[-/](\d{1,2})[-/](\d{1,2})${time}`);
const dotted = new RegExp(String.raw`^(\d{1,2})\.(\d{1,2})\.(\d{4})${time}`);
const slashed = new RegExp(String.raw`^(\d{1,2})/(\d{1,2})/(\d{4})${time}`);

/** Days since 1970 of `2024-05-31`, `31.05.2024` or `5/31/2024`, with a time or without; or NaN. */
export function dayIn(cell: string): number {
  const iso = yearFirst.exec(cell);
  if (iso) return dayOf(iso[1], iso[2], iso[3], iso);
  const european = dotted.exec(cell);
  if (european) return dayOf(european[3], european[2], european[1], european);
  const other = slashed.exec(cell);
  if (!other) return Number.NaN;
  const isDayFirst = Number(other[1]) > 12;
  const [month, day] = isDayFirst ? [other[2], other[1]] : [other[1], other[2]];
  return dayOf(other[3], month, day, other);
}

function dayOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  [, , , , hours = '0', minutes = '0', seconds = '0']: RegExpExecArray,
): number {
  const [monthNumber, dayNumber] = [Number(month), Number(day)];
  if (monthNumber < 1 || monthNumber > 12 || dayNumber < 1 || dayNumber > 31) return Number.NaN;
  const clock = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return (Date.UTC(Number(year), monthNumber - 1, dayNumber) + clock * 1000) / DAY_MS;
}
