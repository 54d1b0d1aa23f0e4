import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { monthOf } from '../../kernel/month-of.ts';
import { processKeys } from './process.ts';

/**
 * For so many months a contact may still move somebody to leave or to buy: what was lost of them
 * is counted once in all these.
 */
const MONTHS_APART = 3;

/**
 * One rouble is lost once: of somebody who stands in several processes, or in one again and again,
 * the first contact in the order of the page is counted for the sum, and none in the months after.
 */
export async function countOnce(ctx: Ctx, month: string): Promise<void> {
  // lost_contacts_month (month, process), lost_contacts_person (person, month)
  await sql`
    update lost_contacts l
    set    is_once = f.number = 1 and not exists (
             select from lost_contacts e
             where  e.person = l.person and e.is_once
             and    e.month > ${monthOf(month, -MONTHS_APART)} and e.month < ${month})
    from  (select c.id, row_number() over (
                    partition by c.person
                    order by array_position(${[...processKeys]}::text[], c.process), c.at, c.id)
                    as number
           from   lost_contacts c where c.month = ${month}) f
    where  f.id = l.id`.execute(ctx.db);
  // lost_cells_pkey
  await sql`
    update lost_cells x
    set    once_known = f.known, once_minor = f.minor
    from  (select c.process, c.stratum, count(*) filter (where c.is_once and c.is_known) as known,
                  coalesce(sum(c.worth_minor) filter (where c.is_once and c.is_known), 0) as minor
           from   lost_contacts c where c.month = ${month} group by c.process, c.stratum) f
    where  x.month = ${month} and x.process = f.process and x.stratum = f.stratum`.execute(ctx.db);
}
