import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Tick } from '../../kernel/wiring.ts';
import { today } from '../../subscribers/index.ts';
import type { Kept } from './recommend-further.ts';

/** Of fewer who have a tariff nothing is said. */
const LEAST_ACCOUNTS = 20;
/** For so long it was had beside: what was tried and left again is not kept. */
const KEPT_DAYS = 60;

/** Counts anew once a day, in the first minutes in which nobody has. */
export const keptTick: Tick = {
  name: 'sales.kept_services',
  everySeconds: 600,
  run: async (ctx) => {
    const { numAffectedRows } = await sql`
      insert into kept_service_counts ("on") values (${today(ctx)})
      on conflict do nothing`.execute(ctx.db);
    if (numAffectedRows === 1n) await countKept(ctx);
  },
};

/** Reads all that is subscribed to once. */
async function countKept(ctx: Ctx): Promise<void> {
  const day = today(ctx);
  await sql`delete from kept_service_counts where "on" < ${day}`.execute(ctx.db);
  await sql`delete from kept_services`.execute(ctx.db);
  await sql`
    with held as materialized (
      select distinct s.account_id, p.id as product_id, p.kind,
             coalesce(s.started_on <= ${day}::date - ${KEPT_DAYS}::integer, true) as is_kept
      from   subscriptions s
      join   product_versions v on v.id = s.product_version_id
      join   products p on p.id = v.product_id
      where  s.ended_on is null),
    tariffs as (
      select product_id, count(*) as accounts from held where kind = 'tariff'
      group  by product_id having count(*) >= ${LEAST_ACCOUNTS})
    insert into kept_services (tariff_id, product_id, accounts, keep)
    select t.product_id, o.product_id, t.accounts, count(distinct o.account_id)
    from   tariffs t
    join   held h on h.product_id = t.product_id and h.kind = 'tariff'
    join   held o on o.account_id = h.account_id and o.kind <> 'tariff' and o.is_kept
    group  by t.product_id, o.product_id, t.accounts`.execute(ctx.db);
}

/** What those who have a tariff keep beside it, as it was counted last. */
export async function keptBeside(ctx: Ctx, tariffId: number | null): Promise<Kept[]> {
  // kept_services_pkey (tariff_id, product_id)
  const { rows } = await sql<Kept>`
    select product_id, round(100.0 * keep / accounts)::integer as kept_percent
    from   kept_services where tariff_id = ${tariffId}`.execute(ctx.db);
  return rows;
}
