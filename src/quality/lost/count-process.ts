import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { monthOf } from '../../kernel/month-of.ts';
import { processes } from './processes.ts';
import type { ProcessKey, Span } from './process.ts';

/** Counts one process of one month anew: its strata, and each contact that went wrong. */
export async function countProcess(ctx: Ctx, key: ProcessKey, month: string): Promise<void> {
  const process = processes[key];
  const now = ctx.clock.now();
  // lost_contacts_month (month, process), lost_cells_pkey
  await sql`delete from lost_contacts where month = ${month} and process = ${key}`.execute(ctx.db);
  await sql`delete from lost_cells where month = ${month} and process = ${key}`.execute(ctx.db);
  await sql`
    with contact as materialized (
      select c.*, c.at <= ${now}::timestamptz - ${process.days} * interval '1 day' as is_known
      from  (${process.contacts(ctx, spanOf(ctx, month))}) c),
    kept as (
      insert into lost_contacts (process, month, kind, ref_id, at, root_id, person, stratum,
                                 is_known, is_good, worth_minor, amount)
      select ${key}, ${month}, c.kind, c.ref_id, c.at, c.root_id, c.person, c.stratum, c.is_known,
             case when c.is_known then c.is_good end, c.worth_minor, c.amount
      from   contact c where c.is_wrong
      order  by c.at, c.ref_id)
    insert into lost_cells (process, month, stratum, contacts, wrong, wrong_known, wrong_good,
                            right_known, right_good, worth_minor, bought, bought_minor,
                            bought_squares)
    select ${key}, ${month}, c.stratum, count(*), count(*) filter (where c.is_wrong),
           count(*) filter (where c.is_wrong and c.is_known),
           count(*) filter (where c.is_wrong and c.is_known and c.is_good),
           count(*) filter (where not c.is_wrong and c.is_known),
           count(*) filter (where not c.is_wrong and c.is_known and c.is_good),
           coalesce(sum(c.worth_minor) filter (where c.is_wrong and c.is_known), 0),
           count(c.worth_minor) filter (where c.is_known and c.is_good),
           coalesce(sum(c.worth_minor) filter (where c.is_known and c.is_good), 0),
           coalesce(sum(c.worth_minor::float8 ^ 2) filter (where c.is_known and c.is_good), 0)
    from   contact c group by c.stratum`.execute(ctx.db);
}

const spanOf = (ctx: Ctx, month: string): Span => {
  const midnight = (day: string) =>
    sql`(${day}::date::timestamp at time zone ${ctx.operator.timeZone})`;
  const next = monthOf(month, 1);
  return { month, next, from: midnight(month), to: midnight(next) };
};
