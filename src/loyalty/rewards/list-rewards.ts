import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { rewardsApi } from '../api/rewards.ts';

type Shown = z.input<(typeof rewardsApi)['GET /api/loyalty/rewards']['output']>;

export async function listRewards(ctx: Ctx): Promise<Result<Shown>> {
  // redemptions_reward, reward_coupons_free
  const { rows } = await sql<Shown['rewards'][number]>`
    select w.id, w.version, w.name, w.kind, w.points, w.value, w.days, w.product_version_id,
           w.stock, w.most_per_month, w.budget_minor, w.level_id, w.words, p.name as product, v.name as level,
           w.archived_at is not null as is_archived,
           (select count(*) from reward_coupons c
            where  c.reward_id = w.id and c.redemption_id is null) as coupons,
           (select count(*) from redemptions d
            where  d.reward_id = w.id and d.state <> 'undone') as redeemed
    from   rewards w
    left   join product_versions x on x.id = w.product_version_id
    left   join products p on p.id = x.product_id
    left   join loyalty_levels v on v.id = w.level_id
    order  by w.archived_at is not null, w.points, w.id limit 200`.execute(ctx.db);
  const levels = await ctx.db
    .selectFrom('loyaltyLevels')
    .select(['id', 'name'])
    .orderBy('fromPoints')
    .execute();
  return ok({ rewards: rows, levels, currency: ctx.operator.currency });
}
