import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { isVeiledOf, veiledNow } from '../../kernel/veil.ts';
import { daysAfter } from '../../subscribers/index.ts';
import type { giftsApi } from '../api/gifts.ts';
import { type Tier, tiers } from '../kinds.ts';
import { countByTier, readComing } from '../occasions/occasion-rows.ts';
import { reaches } from '../reach.ts';
import { readGifts } from './gift-rows.ts';
import { loadGiftSettings, perOccasion } from './settings.ts';

type Plan = z.input<(typeof giftsApi)['GET /api/vip-gifts/plan']['output']>;
type Line = Omit<Plan['lines'][number], 'occasions' | 'suggestedMinor'>;

export const firstOf = (day: string): string => `${day.slice(0, 7)}-01`;

/** The last day of the month that begins on this day. */
export const lastOf = (month: string): string => daysAfter(firstOf(daysAfter(month, 31)), -1);

/** The gifts of a month beside its budget, and days for which none is planned. */
export async function showPlan(ctx: Ctx, input: { month: string }): Promise<Result<Plan>> {
  const month = firstOf(input.month);
  const period = { from: month, to: lastOf(month) };
  const [all, reached, gifts, lines, settings, veiled] = await Promise.all([
    countByTier(ctx, period),
    readComing(ctx, sql`${reaches(ctx, 'vip.work')}`, period),
    readGifts(
      ctx,
      sql`f.month = ${month}::date and ${reaches(ctx, 'vip.work')}`,
      sql`f.state in ('refused', 'cancelled'), f.deliver_on, f.id`,
    ),
    linesOf(ctx, month),
    loadGiftSettings(ctx),
    veiledNow(ctx),
  ]);
  const costs = perOccasion(settings);
  const planned = new Set(
    gifts
      .filter(({ state }) => state !== 'refused' && state !== 'cancelled')
      .map(({ subscriber, occasionKey }) => `${subscriber.id as number} ${occasionKey ?? ''}`),
  );
  const tierOf = (tier: string | null): Tier => (tier ?? 'profitable') as Tier;
  return ok({
    month,
    currency: ctx.operator.currency,
    lines: lines.map((line) => {
      const count = all[line.tier];
      return { ...line, occasions: count, suggestedMinor: count * costs[line.tier] };
    }),
    gifts,
    open: reached
      .filter(({ subscriber, key }) => !planned.has(`${subscriber.id} ${key}`))
      .map(({ key, subscriber, tier, kind, name, on }) => ({
        key,
        subscriber: isVeiledOf(veiled, subscriber.id) ? { ...subscriber, name: '' } : subscriber,
        tier: tierOf(tier),
        kind,
        name: isVeiledOf(veiled, subscriber.id) ? '' : name,
        on,
      })),
  });
}

async function linesOf(ctx: Ctx, month: string): Promise<Line[]> {
  // vip_budgets_pkey, vip_gifts_month (month, tier)
  const { rows } = await sql<Line>`
    select t.tier, coalesce(b.amount_minor, 0) as amount_minor, b.version,
           coalesce(sum(f.cost_minor) filter (where f.state = 'proposed'), 0)::bigint
             as proposed_minor,
           coalesce(sum(f.cost_minor) filter (where f.state in ('approved', 'delivered')), 0)::bigint
             as spent_minor
    from   unnest(${[...tiers]}::text[]) with ordinality as t (tier, place)
    left   join vip_budgets b on b.month = ${month}::date and b.tier = t.tier
    left   join vip_gifts f on f.month = ${month}::date and f.tier = t.tier
    group  by t.tier, t.place, b.amount_minor, b.version
    order  by t.place`.execute(ctx.db);
  return rows;
}
