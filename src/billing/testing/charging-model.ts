/**
 * What is due from an account, counted day by day from the rules alone and with none of the
 * program's own code: what its SQL is compared with. Instants are epoch milliseconds, days are
 * `YYYY-MM-DD` by the clocks of Moscow, which keeps one time all year.
 */

import type { ChargeCycle, Meter } from '../../catalog/api.ts';

const DAY_MS = 86_400_000;
const ZONE_MS = 3 * 3_600_000;
/** Four percents of ten thousandths each leave this many parts of a minor unit. */
const SCALE = 10n ** 16n;

export const dayOf = (ms: number): string => new Date(ms + ZONE_MS).toISOString().slice(0, 10);
export const startOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) - ZONE_MS;
export const plusDays = (day: string, days: number): string =>
  dayOf(startOf(day) + days * DAY_MS + 1);
export const monthOf = (day: string): string => `${day.slice(0, 7)}-01`;
export const nextMonth = (day: string): string => monthOf(plusDays(monthOf(day), 31));

/** The days off of 2026 and of the day after it that fall on working days, by their calendars. */
const holidays = [
  '2026-01-01',
  '2026-01-02',
  '2026-01-05',
  '2026-01-06',
  '2026-01-07',
  '2026-01-08',
  '2026-01-09',
  '2026-02-23',
  '2026-03-09',
  '2026-05-01',
  '2026-05-11',
  '2026-06-12',
  '2026-11-04',
  '2026-12-31',
  '2027-01-01',
];
export const isRestDay = (day: string): boolean =>
  [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) || holidays.includes(day);

const known = new Map<string, readonly { day: string; atMs: number }[]>();

/** The days of a month with the instants at which they begin. */
function daysOf(month: string): readonly { day: string; atMs: number }[] {
  const kept = known.get(month);
  if (kept) return kept;
  const days: { day: string; atMs: number }[] = [];
  for (let day = month; monthOf(day) === month; day = plusDays(day, 1)) {
    days.push({ day, atMs: startOf(day) });
  }
  known.set(month, days);
  return days;
}

export type ModelRate = {
  id: number;
  meter: Meter;
  blockSize: number;
  priceMinor: number;
  fromMinute: number;
  toMinute: number;
  days: 'all' | 'work' | 'rest';
};

export type ModelVersion = {
  id: number;
  productId: number;
  feeMinor: number;
  cycle: ChargeCycle;
  connectionMinor: number;
  /** In how many monthly parts that is paid; 0: at once. */
  instalments?: number;
  includedBytes: number;
  includedSeconds: number;
  rates: readonly ModelRate[];
};

export type ModelSubscription = {
  id: number;
  version: ModelVersion;
  startedOn: string;
  endedOn: string | null;
  /** What takes its place. */
  replacedById?: number;
};

type Discount = {
  id: number;
  subscriptionId: number | null;
  kind: 'percent' | 'sum';
  value: number;
  fromOn: string;
  toOn: string | null;
};

export type ModelBreak = { id: number; fromMs: number; toMs: number | null };
export type Usage = { meter: Meter; units: number; atMs: number; day: string };

export type ModelAccount = {
  isPostpaid: boolean;
  subscriptions: ModelSubscription[];
  breaks: ModelBreak[];
  discounts: Discount[];
  usage: Usage[];
};

export type Rules = { proration: 'day' | 'second'; beginsOn: string };

/** Due by `subscription kind month rate`, without what is nothing. */
export type Due = Map<string, number>;

/** Every month from that in which charging begins to that of a day. */
export function monthsThrough({ beginsOn }: Rules, today: string): string[] {
  const months: string[] = [];
  for (let month = monthOf(beginsOn); month <= today; month = nextMonth(month)) months.push(month);
  return months;
}

/** Everything that is due for a month, as it stands on a day. */
export function dueOfMonth(account: ModelAccount, rules: Rules, month: string, today: string): Due {
  const due: Due = new Map();
  if (account.isPostpaid && month === monthOf(today)) return due;
  const put = (key: string, amount: number): void => void (amount !== 0 && due.set(key, amount));
  for (const one of account.subscriptions) {
    if (one.startedOn > today) continue;
    put(`${one.id} fee ${month}`, feeOf(account, rules, one, month, today));
    const isNew = monthOf(one.startedOn) === month && one.startedOn >= rules.beginsOn;
    const { connectionMinor, instalments = 0 } = one.version;
    if (instalments > 0) {
      put(`${one.id} instalment ${month}`, partsOf(one, rules, month, today));
    } else put(`${one.id} connection ${month}`, isNew ? connectionMinor : 0);
    for (const rate of one.version.rates) {
      put(`${one.id} usage ${month} ${rate.id}`, usageOf(account, rules, one, rate, month));
    }
  }
  return due;
}

/** Parts that fall into a month; an end brings all that come after it to its day. */
function partsOf(one: ModelSubscription, rules: Rules, month: string, today: string): number {
  const { connectionMinor, instalments = 0 } = one.version;
  const usual = Math.floor(connectionMinor / instalments);
  let sum = 0;
  let first = monthOf(one.startedOn);
  for (let number = 1; number <= instalments; number += 1) {
    const lastDay = Number(plusDays(nextMonth(first), -1).slice(8));
    const planned = plusDays(first, Math.min(Number(one.startedOn.slice(8)), lastDay) - 1);
    const dueOn = one.endedOn !== null && one.endedOn < planned ? one.endedOn : planned;
    const amount = number === 1 ? connectionMinor - usual * (instalments - 1) : usual;
    if (monthOf(dueOn) === month && dueOn <= today && dueOn >= rules.beginsOn) sum += amount;
    first = nextMonth(first);
  }
  return sum;
}

const isHeld = (one: ModelSubscription, rules: Rules, day: string): boolean =>
  day >= one.startedOn && day >= rules.beginsOn && (one.endedOn === null || day < one.endedOn);

function feeOf(
  account: ModelAccount,
  rules: Rules,
  one: ModelSubscription,
  month: string,
  today: string,
): number {
  let paid = 0n;
  let parts = 0n;
  for (const { day, atMs } of daysOf(month)) {
    const whole = rules.proration === 'day' ? 1 : DAY_MS;
    parts += BigInt(whole);
    const isAhead = one.version.cycle === 'daily' && day > today;
    if (isAhead || !isHeld(one, rules, day)) continue;
    const given = DAY_MS - withoutMs(account.breaks, atMs);
    const counted = rules.proration === 'day' ? Number(given > 0) : given;
    paid += priceOn(account, one, day) * BigInt(counted);
  }
  const divisor = parts * SCALE;
  return Number((2n * paid + divisor) / (2n * divisor));
}

/** How much of a day lies in breaks, each moment counted once. */
function withoutMs(breaks: readonly ModelBreak[], from: number): number {
  if (breaks.length === 0) return 0;
  const cut = breaks
    .map(({ fromMs, toMs }) => [Math.max(from, fromMs), Math.min(from + DAY_MS, toMs ?? Infinity)])
    .filter(([begins = 0, ends = 0]) => begins < ends)
    .toSorted(([a = 0], [b = 0]) => a - b);
  let total = 0;
  let reached = from;
  for (const [begins = 0, ends = 0] of cut) {
    total += Math.max(0, ends - Math.max(begins, reached));
    reached = Math.max(reached, ends);
  }
  return total;
}

/** A month's price as it holds on a day, in parts of a minor unit. */
function priceOn(account: ModelAccount, one: ModelSubscription, day: string): bigint {
  const whole = BigInt(one.version.feeMinor) * SCALE;
  if (account.discounts.length === 0) return whole;
  const mine = account.discounts
    .filter(({ subscriptionId }) => subscriptionId === null || subscriptionId === one.id)
    .filter(({ fromOn, toOn }) => day >= fromOn && (toOn === null || day < toOn))
    .toSorted((a, b) => a.id - b.id);
  let price = whole;
  for (const { kind, value } of mine) {
    if (kind === 'percent') price = (price * BigInt(10_000 - value)) / 10_000n;
  }
  for (const { kind, value } of mine) if (kind === 'sum') price -= BigInt(value) * SCALE;
  return price < 0n ? 0n : price;
}

function usageOf(
  account: ModelAccount,
  rules: Rules,
  one: ModelSubscription,
  rate: ModelRate,
  month: string,
): number {
  const { version } = one;
  let included = rate.meter === 'bytes' ? version.includedBytes : version.includedSeconds;
  let paid = 0;
  const records = account.usage
    .filter(({ meter, day }) => meter === rate.meter && monthOf(day) === month)
    .filter(({ day }) => isHeld(one, rules, day))
    .toSorted((a, b) => a.atMs - b.atMs);
  for (const { meter, units, atMs, day } of records) {
    const owner = ownerOf(account, rules, meter, day);
    const band = version.rates.find((each) => each.meter === meter && isInBand(each, atMs));
    if (owner !== one || !band) continue;
    const free = Math.min(included, units);
    included -= free;
    if (band === rate) paid += units - free;
  }
  const block = BigInt(rate.blockSize);
  return Number((2n * BigInt(paid) * BigInt(rate.priceMinor) + block) / (2n * block));
}

/** Of the subscriptions that measure it on that day, the first. */
const ownerOf = (
  account: ModelAccount,
  rules: Rules,
  meter: string,
  day: string,
): ModelSubscription | undefined =>
  account.subscriptions
    .filter((one) => one.version.rates.some((rate) => rate.meter === meter))
    .filter((one) => isHeld(one, rules, day))
    .toSorted((a, b) => a.id - b.id)[0];

function isInBand({ fromMinute, toMinute, days }: ModelRate, atMs: number): boolean {
  const minute = (atMs - startOf(dayOf(atMs))) / 60_000;
  const isInside =
    fromMinute < toMinute
      ? minute >= fromMinute && minute < toMinute
      : minute >= fromMinute || minute < toMinute;
  return isInside && (days === 'all' || (days === 'rest') === isRestDay(dayOf(atMs)));
}
