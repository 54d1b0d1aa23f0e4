import { sql } from 'kysely';
import { unsubscribe } from '../../billing/index.ts';
import type { Ctx } from '../../kernel/context.ts';

/** It was given for so long, and not longer: nothing is asked for its end. */
const atEnd = { leavingFee: 'waived', words: 'points', isConfirmed: true } as const;

/** In a night so many; the rest in the next turn of it. */
const MOST = 2000;

/** Switches off what was switched on for a term that is over. */
export async function endTerms(ctx: Ctx, day: string): Promise<number> {
  // redemptions_ends (ends_on) where ends_on is not null
  const { rows } = await sql<{ id: number; accountId: number; subscriptionId: number }>`
    select id, account_id, subscription_id from redemptions
    where  ends_on <= ${day} and subscription_id is not null and account_id is not null
    order  by ends_on, id limit ${MOST} for update skip locked`.execute(ctx.db);
  for (const { id, accountId, subscriptionId } of rows) {
    // Who has ended it before, or has left, has nothing to be switched off.
    await unsubscribe(ctx, { id: accountId, subscriptionId, ...atEnd });
    await ctx.db.updateTable('redemptions').set({ endsOn: null }).where('id', '=', id).execute();
  }
  return rows.length;
}
