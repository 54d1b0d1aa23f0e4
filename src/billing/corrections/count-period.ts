import { divideRounded } from '../../kernel/money/rounding.ts';

/** What a service costs, and on which days of the period it was there. */
export type Fee = {
  subscriptionId: number;
  name: string;
  monthlyFeeMinor: number;
  fromOn: string;
  toOn: string;
};

/** Days of one calendar month times the price of a day. */
export type Part = {
  subscriptionId: number;
  /** The first of those days. */
  fromOn: string;
  name: string;
  monthlyFeeMinor: number;
  days: number;
  daysOfMonth: number;
  amountMinor: number;
};

const DAY_MS = 86_400_000;
const dayOf = (on: string): Date => new Date(`${on}T00:00:00Z`);

/**
 * Days times price: the fee of a month over the days of that month, for each calendar month by
 * itself, as bills count it. Half a minor unit goes up, to the subscriber.
 */
export function countPeriod(
  fees: readonly Fee[],
  period: { fromOn: string; toOn: string },
): Part[] {
  return monthsOf(period).flatMap(({ firstOn, lastOn, daysOfMonth }) =>
    fees.flatMap(({ subscriptionId, name, monthlyFeeMinor, fromOn, toOn }) => {
      const from = fromOn > firstOn ? fromOn : firstOn;
      const to = toOn < lastOn ? toOn : lastOn;
      const days = (dayOf(to).getTime() - dayOf(from).getTime()) / DAY_MS + 1;
      if (days <= 0 || monthlyFeeMinor === 0) return [];
      const exact = BigInt(monthlyFeeMinor) * BigInt(days);
      const amountMinor = Number(divideRounded(exact, BigInt(daysOfMonth), 'half_up'));
      return [
        { subscriptionId, fromOn: from, name, monthlyFeeMinor, days, daysOfMonth, amountMinor },
      ];
    }),
  );
}

type Month = { firstOn: string; lastOn: string; daysOfMonth: number };

/** The calendar months that a period touches. */
function monthsOf({ fromOn, toOn }: { fromOn: string; toOn: string }): Month[] {
  const months: Month[] = [];
  const at = dayOf(fromOn);
  at.setUTCDate(1);
  while (at.toISOString().slice(0, 10) <= toOn) {
    const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0));
    months.push({
      firstOn: at.toISOString().slice(0, 10),
      lastOn: last.toISOString().slice(0, 10),
      daysOfMonth: last.getUTCDate(),
    });
    at.setUTCMonth(at.getUTCMonth() + 1);
  }
  return months;
}
