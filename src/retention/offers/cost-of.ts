import type { OfferKind } from './kinds.ts';

/** What a tariff that fits costs us, as a share of the fee over a year, until it is learnt. */
const TARIFF_COST_SHARE = 0.15;

export type Costed = { kind: OfferKind; value: number; months: number };

/** What an offer costs if it is taken by somebody who pays so much a month. */
export function costOf({ kind, value, months }: Costed, monthlyMinor: number): number {
  if (kind === 'discount') return Math.round((monthlyMinor * value * months) / 100);
  if (kind === 'bonus') return value * months;
  if (kind === 'apology') return value;
  return kind === 'tariff' ? Math.round(monthlyMinor * 12 * TARIFF_COST_SHARE) : 0;
}
