import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { divideRounded } from '../../kernel/money/rounding.ts';
import type { CommissionKind } from '../api/kinds.ts';

export type Rates = Partial<Record<CommissionKind, number>>;

/** What a dealer is paid by on a day: hundredths of a percent, or minor units a card. */
export async function ratesOn(ctx: Ctx, dealerId: number, on: string): Promise<Rates> {
  // dealer_commissions_dealer_id_kind_from_on_key
  const { rows } = await sql<{ kind: CommissionKind; rate: number }>`
    select kind, coalesce(basis_points, amount_minor) as rate from dealer_commissions
    where  dealer_id = ${dealerId} and from_on <= ${on}
    and    (to_on is null or to_on >= ${on})`.execute(ctx.db);
  return Object.fromEntries(rows.map(({ kind, rate }) => [kind, rate]));
}

/** Minor units for one card: percent of its value, half up, and the sum a card; no more than it. */
export function commissionOfCard(rates: Rates, valueMinor: number): number {
  const earned = percentOf(valueMinor, rates.card_percent ?? 0) + (rates.card_sum ?? 0);
  return Math.min(earned, valueMinor);
}

/** Minor units for one payment, half up. */
export const commissionOfPayment = (rates: Rates, amountMinor: number): number =>
  percentOf(amountMinor, rates.payment_percent ?? 0);

const percentOf = (amountMinor: number, basisPoints: number): number =>
  Number(divideRounded(BigInt(amountMinor) * BigInt(basisPoints), 10_000n, 'half_up'));
