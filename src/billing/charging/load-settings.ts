import type { Ctx } from '../../kernel/context.ts';
import type { Settings } from '../api/charging.ts';

/** How this operator charges, as it is set now. */
export async function loadSettings(ctx: Ctx): Promise<Settings> {
  const settings = await ctx.db
    .selectFrom('billingSettings')
    .select([
      'chargesBeginOn',
      'proration',
      'graceDays',
      'postpaidGraceDays',
      'sparesRestDays',
      'restCalendarId',
      'yearlyPauses',
      'yearlyPauseDays',
      'leastPauseDays',
      'priceNoticeDays',
      'version',
    ])
    .executeTakeFirstOrThrow();
  return settings as Settings;
}
