import { readDate } from '../reading/read-date.ts';
import type { Target } from './targets.ts';

const phonePattern = /^\+?[\d\s().-]{6,24}$/;
const emailPattern = /^[^\s@;,]+@[^\s@;,]+\.[^\s@;,]{2,}$/;
const ipPattern = /^(\d{1,3}\.){3}\d{1,3}(\/\d{1,2})?$/;
const macPattern = /^([0-9a-f]{2}[:-]){5}[0-9a-f]{2}$|^([0-9a-f]{4}\.){2}[0-9a-f]{4}$/i;
const streetKinds =
  'ул|улица|пр|просп|пр-т|проспект|пер|переулок|б-р|бульвар|ш|шоссе|пл|мкр|вул|' +
  'street|st|ave|road|rd';
const streetWords = new RegExp(`(^|[\\s,.])(${streetKinds})([\\s.,]|$)`, 'i');
const nameWords = /^\p{Lu}[\p{L}'’-]+(\s+\p{Lu}[\p{L}'’.-]*){1,3}$/u;

const tests: [Target, (value: string) => boolean][] = [
  ['email', (value) => emailPattern.test(value)],
  ['mac', (value) => macPattern.test(value)],
  ['ip', (value) => ipPattern.test(value)],
  ['phone', isPhone],
  ['address', (value) => streetWords.test(value) && /\d/.test(value)],
  ['fullName', (value) => nameWords.test(value) && !streetWords.test(value)],
];

/** A column shows its kind when so many of its values have it. */
const MOST = 0.8;

/** A lone word or number proves nothing. */
const ENOUGH_VALUES = 3;

function isPhone(value: string): boolean {
  const first = value.split(/[,;/]/)[0]?.trim() ?? '';
  const digits = first.replaceAll(/\D/g, '').length;
  return phonePattern.test(first) && digits >= 10 && digits <= 13 && readDate(first) === null;
}

/** What a column's values look like, whatever its name; null where they prove nothing. */
export function kindOfValues(values: readonly string[]): Target | null {
  const filled = values.map((value) => value.trim()).filter((value) => value !== '');
  if (filled.length < ENOUGH_VALUES) return null;
  const found = tests.find(([, test]) => filled.filter(test).length >= filled.length * MOST);
  return found?.[0] ?? null;
}

/** Whether values may stand in a column of this target: nine in ten must fit where it is strict. */
export function fitsTarget(target: Target, values: readonly string[]): boolean {
  const filled = values.map((value) => value.trim()).filter((value) => value !== '');
  const test = strict[target];
  return !test || filled.filter(test).length >= filled.length * 0.5;
}

const hasDigit = (value: string) => /\d/.test(value);

/** Targets whose values cannot be just anything. */
const strict: Partial<Record<Target, (value: string) => boolean>> = {
  email: (value) => value.includes('@'),
  phone: hasDigit,
  balance: hasDigit,
  monthlyFee: hasDigit,
  creditLimit: hasDigit,
  birthOn: hasDigit,
  customerSince: hasDigit,
  contractOn: hasDigit,
  leftOn: hasDigit,
  startedOn: hasDigit,
  openedAt: hasDigit,
  closedAt: hasDigit,
  beganAt: hasDigit,
  endedAt: hasDigit,
  usedBytes: hasDigit,
  bytesIn: hasDigit,
  bytesOut: hasDigit,
  usedSeconds: hasDigit,
  lineSpeed: hasDigit,
  portsTotal: hasDigit,
  portsFree: hasDigit,
  connectionPrice: hasDigit,
  ip: hasDigit,
  fullName: (value) => /\p{L}/u.test(value),
};
