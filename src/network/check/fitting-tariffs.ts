import { sql } from 'kysely';
import { eligible, newestInForce } from '../../catalog/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { today } from '../../subscribers/index.ts';
import type { Tariff } from '../api/check.ts';
import type { Technology } from '../api/shapes.ts';

/** What a tariff has to fit: a line that can be had, with the speed it bears (null: any). */
type Line = { technology: Technology; speedKbps: number | null };

const MOST_TARIFFS = 100;

/**
 * Tariffs on sale today that lines bear: of each product the newest version that is in force, the
 * fastest first.
 * @param newcomerAt the building where somebody of whom nothing is known asks: of what is meant for
 *   some, only what a person who is new may take there is told. Null tells all.
 */
export async function fittingTariffs(
  ctx: Ctx,
  lines: readonly Line[],
  newcomerAt: number | null,
): Promise<Tariff[]> {
  if (lines.length === 0) return [];
  const given = lines.map(({ technology, speedKbps }) => ({ technology, speedKbps }));
  const day = today(ctx);
  // product_versions_product_id_version_key
  const { rows } = await sql<Tariff>`
    select p.id as product_id, v.id as version_id, p.name, p.service, v.speed_kbps,
           v.monthly_fee_minor, v.connection_fee_minor, v.currency
    from   products p
    join   ${newestInForce(day)} v on true
    where  p.kind = 'tariff' and p.archived_at is null
    and    p.service in ('internet', 'tv', 'phone', 'bundle')
    and    exists (
      select from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
                    as l(technology text, "speedKbps" integer)
      cross  join lateral (
        select 'person' as kind, null::date as since_on, '{}'::bigint[] as product_ids,
               l.technology, ${newcomerAt}::bigint as building_id, ${day}::date as day) t
      where  (v.technologies = '{}' or l.technology = any(v.technologies))
      and    (v.speed_kbps is null or coalesce(v.speed_kbps <= l."speedKbps", true))
      and    (t.building_id is null or ${eligible(sql`p.eligibility`, sql`t`)}))
    order  by v.speed_kbps desc nulls last, v.monthly_fee_minor, p.name
    limit  ${MOST_TARIFFS}`.execute(ctx.db);
  return rows;
}
