import { sql } from 'kysely';
import { z } from 'zod';
import { makeCursor, placeAfter } from '../../kernel/api/cursor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { fairnessApi } from '../api/fairness.ts';
import { loadProgramme } from '../programme/load-programme.ts';
import { reaches } from '../reach.ts';

type Route = (typeof fairnessApi)['GET /api/loyalty/unfair'];
type Shown = z.input<Route['output']>;

const Place = z.tuple([z.int(), z.int()]);

/** Who pays more than a newcomer would, and what it costs to make it right and not to. */
export async function listUnfair(
  ctx: Ctx,
  { cursor, limit }: z.output<Route['input']>,
): Promise<Result<Shown>> {
  const place = placeAfter(cursor, Place);
  if (!place.ok) return place;
  const [atRisk, last] = place.value ?? [null, null];
  // unfair_prices_risk (at_risk_minor desc, subscription_id), subscribers_pkey
  const { rows } = await sql<Shown['rows'][number]>`
    select u.subscription_id as id, s.id as subscriber_id, s.display_name as name,
           u.tenure_months, p.name as product, u.paid_minor, q.name as newcomer_product,
           u.newcomer_minor, (u.paid_minor - u.newcomer_minor) * 12 as year_minor, u.at_risk_minor
    from   unfair_prices u
    join   subscribers o on o.id = u.subscriber_id
    join   subscribers s on s.id = o.root_id
    join   subscriptions x on x.id = u.subscription_id
    join   product_versions v on v.id = x.product_version_id
    join   products p on p.id = v.product_id
    join   product_versions w on w.id = u.version_id
    join   products q on q.id = w.product_id
    where  ${reaches(ctx, 'loyalty.check')}
    and   (${atRisk}::bigint is null
           or (-u.at_risk_minor, u.subscription_id) > (-${atRisk}::bigint, ${last}::bigint))
    order  by u.at_risk_minor desc, u.subscription_id limit ${limit + 1}`.execute(ctx.db);
  const page = rows.slice(0, limit);
  const end = page.at(-1);
  const nextCursor = rows.length > limit && end ? makeCursor([end.atRiskMinor, end.id]) : null;
  const { loyalMonths } = await loadProgramme(ctx);
  const { currency } = ctx.operator;
  return ok({ ...(await sumsOf(ctx)), loyalMonths, currency, rows: page, nextCursor });
}

type Sums = Pick<Shown, 'countedOn' | 'people' | 'yearMinor' | 'atRiskMinor'>;

async function sumsOf(ctx: Ctx): Promise<Sums> {
  // Reads all that were found, which are a small part of all. Whoever pays more for several is at
  // risk once.
  const { rows } = await sql<Sums>`
    select (select max(r.day) from loyalty_runs r where r.step = 'unfair') as counted_on,
           count(*) as people, coalesce(sum(x.year_minor), 0)::bigint as year_minor,
           coalesce(sum(x.at_risk_minor), 0)::bigint as at_risk_minor
    from  (select sum(u.paid_minor - u.newcomer_minor) * 12 as year_minor,
                  max(u.at_risk_minor) as at_risk_minor
           from   unfair_prices u
           join   subscribers o on o.id = u.subscriber_id
           join   subscribers s on s.id = o.root_id
           where  ${reaches(ctx, 'loyalty.check')}
           group  by s.id) x`.execute(ctx.db);
  return rows[0] ?? { countedOn: null, people: 0, yearMinor: 0, atRiskMinor: 0 };
}
