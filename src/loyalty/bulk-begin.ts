import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { inTransaction } from '../kernel/db/transaction.ts';
import { nightTick } from './night/run-night.ts';

export type ProgrammeLoad = {
  /** Since when it has worked, `YYYY-MM-DD`: by the rules and levels that there are. */
  begunOn: string;
  /** The nights that are lived through again, the earliest first. */
  nights: readonly Date[];
  rewards: readonly RewardLoad[];
};
export type RewardLoad = {
  name: string;
  kind: 'goods' | 'coupon' | 'discount' | 'service_days' | 'airtime';
  points: number;
  value: number;
  days: number;
  stock: number | null;
  words: string;
  codes?: readonly string[];
};

/**
 * A programme as a base brings it: it has worked for a time, and its nights earn, post and let run
 * out what they would have. No news comes of it, and what was brought before is not brought again.
 */
export async function bulkBegin(
  ctx: Ctx,
  { begunOn, nights, rewards }: ProgrammeLoad,
): Promise<void> {
  await inTransaction(ctx, (tx) => bring(tx, begunOn, rewards));
  const { signal } = new AbortController();
  for (const at of nights) await nightTick.run({ ...ctx, clock: { now: () => at } }, signal);
}

async function bring(ctx: Ctx, begunOn: string, rewards: readonly RewardLoad[]): Promise<void> {
  const begun = await sql`
    update loyalty_settings set begun_on = ${begunOn} where begun_on is null`.execute(ctx.db);
  if (begun.numAffectedRows === 0n) return;
  await sql`
    update earning_rules set on_since = ${begunOn}, tried_version = version
    where  archived_at is null`.execute(ctx.db);
  for (const { codes = [], ...reward } of rewards) {
    const { id: rewardId } = await ctx.db
      .insertInto('rewards')
      .values({ ...reward, createdAt: ctx.clock.now() })
      .returning('id')
      .executeTakeFirstOrThrow();
    const coupons = codes.map((code) => ({ rewardId, code }));
    if (coupons.length > 0) await ctx.db.insertInto('rewardCoupons').values(coupons).execute();
  }
}
