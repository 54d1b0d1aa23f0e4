import type { Ctx } from '../../kernel/context.ts';
import { type Fail, fail } from '../../kernel/result.ts';
import { daysAfter, today } from '../../subscribers/index.ts';
import { isTooLateToday } from './telling-hours.ts';

/** For how many days a change of price is known before it holds. */
export async function noticeDays(ctx: Ctx): Promise<number> {
  const { priceNoticeDays } = await ctx.db
    .selectFrom('billingSettings')
    .select('priceNoticeDays')
    .executeTakeFirstOrThrow();
  return priceNoticeDays;
}

/**
 * Told today, or tomorrow where nobody is written to any more today, a change on that day would be
 * known for too few days.
 */
export async function refuseLate(ctx: Ctx, fromOn: string): Promise<Fail | null> {
  const days = await noticeDays(ctx);
  const isLate = fromOn < daysAfter(today(ctx), days + (isTooLateToday(ctx) ? 1 : 0));
  return isLate
    ? fail('billing.told_too_late', { days }, { fromOn: 'billing.told_too_late' })
    : null;
}
