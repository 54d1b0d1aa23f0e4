import type { InputOf } from '../../../ui/call.ts';
import { formatNumber, majorOf, minorOf } from '../../../ui/format.ts';
import { parseNumber } from '../../../ui/form/number-text.ts';
import type { Condition } from '../../../ui/table/contract.ts';
import type { api } from '../../api.ts';
import type { PromiseRule } from '../client.ts';

/** A rule as its form holds it: sums as people type them. */
export type RuleValues = {
  name: string;
  condition: Condition | undefined;
  leastTenureMonths: number | undefined;
  mostDebtMinor: number | undefined;
  sumKind: 'fixed' | 'fees';
  sumsMinor: string;
  feesPercent: number | undefined;
  days: number | undefined;
  priceMinor: number | undefined;
  monthlyTimes: number | undefined;
  leastDaysBetween: number | undefined;
  isArchived: boolean;
};

export function valuesOf(rule: PromiseRule | null, currency: string): RuleValues {
  const major = (minor: number): number => majorOf(minor, currency);
  return {
    name: rule?.name ?? '',
    condition: rule?.condition ?? undefined,
    leastTenureMonths: rule?.leastTenureMonths ?? 0,
    mostDebtMinor: rule?.mostDebtMinor == null ? undefined : major(rule.mostDebtMinor),
    sumKind: rule?.sumKind ?? 'fees',
    sumsMinor: (rule?.sumsMinor ?? []).map((sum) => formatNumber(major(sum), 2)).join('; '),
    feesPercent: rule?.feesPercent ?? 100,
    days: rule?.days ?? 5,
    priceMinor: major(rule?.priceMinor ?? 0),
    monthlyTimes: (rule ? rule.monthlyTimes : 1) ?? undefined,
    leastDaysBetween: rule?.leastDaysBetween ?? 0,
    isArchived: rule?.isArchived ?? false,
  };
}

type Body = InputOf<typeof api, 'POST /api/promise-rules'> & { isArchived: boolean };

/** The values as the routes take them. */
export function bodyOf(values: RuleValues, currency: string): Body {
  const minor = (sum: number | undefined): number => minorOf(sum ?? 0, currency);
  return {
    name: values.name,
    condition: values.condition ?? null,
    leastTenureMonths: values.leastTenureMonths ?? 0,
    mostDebtMinor: values.mostDebtMinor === undefined ? null : minor(values.mostDebtMinor),
    sumKind: values.sumKind,
    sumsMinor: values.sumKind === 'fixed' ? sumsIn(values.sumsMinor).map(minor) : [],
    feesPercent: values.feesPercent ?? 100,
    days: values.days ?? 0,
    priceMinor: minor(values.priceMinor),
    monthlyTimes: values.monthlyTimes ?? null,
    leastDaysBetween: values.leastDaysBetween ?? 0,
    isArchived: values.isArchived,
  };
}

/** Sums typed in one line, parted by semicolons. */
const sumsIn = (text: string): number[] =>
  text
    .split(';')
    .map((part) => parseNumber(part))
    .filter((sum) => sum !== undefined);
