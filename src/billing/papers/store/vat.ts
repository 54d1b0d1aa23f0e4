import type { Ctx } from '../../../kernel/context.ts';
import { divideRounded } from '../../../kernel/money/rounding.ts';
import type { Vat } from '../content.ts';

/** How much of a price is VAT on a day, in percent on top of the price without it; null: none. */
export async function vatPercentOn(ctx: Ctx, on: string): Promise<number | null> {
  // vat_rates_pkey
  const found = await ctx.db
    .selectFrom('vatRates')
    .select('percent')
    .where('fromOn', '<=', on)
    .orderBy('fromOn', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found?.percent ?? null;
}

/** The VAT that is in a sum; half a kopeck goes up, as in Russian invoices. */
export function vatIn(amountMinor: number, percent: number | null): Vat {
  if (percent === null) return { percent, amountMinor: 0 };
  const share = BigInt(amountMinor) * BigInt(percent);
  return { percent, amountMinor: Number(divideRounded(share, BigInt(100 + percent), 'half_up')) };
}
