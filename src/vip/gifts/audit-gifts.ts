import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { isVeiledOf, veiledNow } from '../../kernel/veil.ts';
import type { giftsApi } from '../api/gifts.ts';
import { reaches } from '../reach.ts';
import { MOST_GIFTS, readGifts } from './gift-rows.ts';
import { loadGiftSettings } from './settings.ts';

type Audit = z.input<(typeof giftsApi)['GET /api/vip-gifts/audit']['output']>;
type Pair = Omit<Audit['unusual'][number], 'usualMinor'>;

/**
 * Who gave what to whom in a period, and between which two it came to many times of what is usual:
 * the middle of all pairs. Of fewer than three pairs nothing is usual. What was said to be
 * delivered and then taken back is listed too.
 */
export async function auditGifts(
  ctx: Ctx,
  { from, to }: { from: string; to: string },
): Promise<Result<Audit>> {
  if (to < from) return fail('vip.wrong_period', {}, { to: 'vip.wrong_period' });
  const within = sql`f.deliver_on between ${from}::date and ${to}::date
    and ${reaches(ctx, 'vip.audit')}`;
  const isGiven = sql`f.state in ('approved', 'delivered')`;
  const [gifts, pairs, { unusualTimes }] = await Promise.all([
    readGifts(
      ctx,
      sql`${within} and (${isGiven} or f.was_delivered)`,
      sql`f.deliver_on desc, f.id desc`,
    ),
    pairsOf(ctx, sql`${within} and ${isGiven}`),
    loadGiftSettings(ctx),
  ]);
  const sums = pairs.map(({ costMinor }) => costMinor).toSorted((a, b) => a - b);
  const usualMinor = sums[Math.floor((sums.length - 1) / 2)] ?? 0;
  const veiled = await veiledNow(ctx);
  const unusual = pairs
    .filter(({ costMinor }) => pairs.length > 2 && costMinor >= usualMinor * unusualTimes)
    .map((pair) => ({
      ...pair,
      usualMinor,
      subscriber: isVeiledOf(veiled, pair.subscriber.id as number)
        ? { ...pair.subscriber, name: '' }
        : pair.subscriber,
    }));
  return ok({
    currency: ctx.operator.currency,
    gifts,
    isWhole: gifts.length < MOST_GIFTS,
    givers: giversOf(pairs),
    unusual,
  });
}

async function pairsOf(ctx: Ctx, within: ReturnType<typeof sql>): Promise<Pair[]> {
  // vip_gifts_subscriber (subscriber_id, deliver_on)
  const { rows } = await sql<Pair>`
    select jsonb_build_object('id', g.id, 'name', g.name) as staff,
           jsonb_build_object('id', r.id, 'name', r.display_name) as subscriber,
           count(*)::int as gifts, sum(f.cost_minor)::bigint as cost_minor
    from   vip_gifts f
    join   subscribers s on s.id = f.subscriber_id
    join   subscribers r on r.id = s.root_id
    join   vip_clients v on v.id = r.id
    join   staff g on g.id = f.planned_by
    where  ${within}
    group  by g.id, r.id
    order  by sum(f.cost_minor) desc, g.id, r.id`.execute(ctx.db);
  return rows;
}

function giversOf(pairs: readonly Pair[]): Audit['givers'] {
  const byGiver = Map.groupBy(pairs, ({ staff }) => staff.id);
  return [...byGiver.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const sum = (of: (pair: Pair) => number): number => own.reduce((all, one) => all + of(one), 0);
    return [
      {
        staff: first.staff,
        gifts: sum(({ gifts }) => gifts),
        clients: own.length,
        costMinor: sum(({ costMinor }) => costMinor),
      },
    ];
  });
}
