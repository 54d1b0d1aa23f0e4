import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { addToDays } from '../night/add-to-days.ts';
import type { Portion } from '../moves/find-moves.ts';
import type { FactSource } from './source.ts';

const columns = sql`(source, row_id, part, "on", subscriber_id, measures, amount, dimensions)`;

/**
 * Finds anew what rows of a portion count as, writes what is other than it was known to be, and
 * adds just that to the figures of its days.
 * @returns how many facts were other
 */
export async function countFacts(ctx: Ctx, source: FactSource, portion: Portion): Promise<number> {
  const { fromId, toId } = portion;
  await sql`create temp table reports_found (like kpi_facts) on commit drop`.execute(ctx.db);
  await sql`insert into reports_found ${columns} ${source.find(ctx, portion)}`.execute(ctx.db);
  await sql`
    create temp table reports_altered (like kpi_facts, sign int not null) on commit drop`.execute(
    ctx.db,
  );
  // kpi_facts_pkey (source, row_id, part)
  await sql`
    with gone as (
      delete from kpi_facts k
      where  k.source = ${source.key} and k.row_id > ${fromId}
      ${toId === null ? sql`` : sql`and k.row_id <= ${toId}`}
      and    not exists (select from reports_found f
                         where  f.row_id = k.row_id and f.part = k.part and f = k)
      returning k.*)
    insert into reports_altered select g.*, -1 from gone g`.execute(ctx.db);
  await sql`
    with come as (
      insert into kpi_facts as w
      select f.* from reports_found f
      where  not exists (select from kpi_facts k
                         where  k.source = f.source and k.row_id = f.row_id and k.part = f.part)
      returning w.*)
    insert into reports_altered select c.*, 1 from come c`.execute(ctx.db);
  await addToDays(ctx, factSums(sql`reports_altered`, sql`f.sign`));
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from reports_altered`.execute(ctx.db);
  await sql`drop table reports_found, reports_altered`.execute(ctx.db);
  return rows[0]?.count ?? 0;
}

/** What facts `f` add to the figures of their days: a subquery of all its rows. */
export const factSums = (
  facts: ReturnType<typeof sql>,
  sign: ReturnType<typeof sql>,
): ReturnType<typeof sql> => sql`(
  select d.dimension, d.value, m.measure, f."on", sum(${sign})::bigint as count,
         sum(f.amount * ${sign})::bigint as amount_minor
  from   ${facts} f
  cross  join lateral unnest(f.measures) m (measure)
  cross  join lateral (select 'all' as dimension, '' as value
                       union all
                       select e.key, e.value from jsonb_each_text(f.dimensions) e) d
  group  by 1, 2, 3, 4)`;
