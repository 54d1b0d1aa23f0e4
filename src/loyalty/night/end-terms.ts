import { sql } from 'kysely';
import { unsubscribe } from '../../billing/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { attempt } from '../../kernel/db/attempt.ts';

/** It was given for so long, and not longer: nothing is asked for its end. */
const atEnd = { leavingFee: 'waived', words: 'points', isConfirmed: true } as const;

/** Who has ended it before, or is no longer known, has nothing to be switched off. */
const areOver: readonly string[] = ['billing.no_such_subscription', 'subscribers.erased'];

/** In a night so many; the rest in the next turn of it. */
const MOST = 2000;

/**
 * Switches off what was switched on for a term that is over. What billing refuses is tried again
 * the next night, and costs nothing until then.
 */
export async function endTerms(ctx: Ctx, day: string): Promise<number> {
  // redemptions_ends (ends_on) where ends_on is not null
  const { rows } = await sql<{ id: number; accountId: number; subscriptionId: number }>`
    select id, account_id, subscription_id from redemptions
    where  ends_on <= ${day} and subscription_id is not null and account_id is not null
    order  by ends_on, id limit ${MOST} for update skip locked`.execute(ctx.db);
  let count = 0;
  for (const { id, accountId, subscriptionId } of rows) {
    const ended = await attempt(ctx, (tx) =>
      unsubscribe(tx, { id: accountId, subscriptionId, ...atEnd }),
    );
    if (!ended.ok && !areOver.includes(ended.failure.code)) {
      ctx.log.warn({ redemption: id, code: ended.failure.code }, 'a term for points is not ended');
      continue;
    }
    await ctx.db.updateTable('redemptions').set({ endsOn: null }).where('id', '=', id).execute();
    count += 1;
  }
  return count;
}
