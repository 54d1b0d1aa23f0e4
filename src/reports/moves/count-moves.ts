import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { addToDays } from '../night/add-to-days.ts';
import { findMoves, type Portion } from './find-moves.ts';
import { contributions } from './measures.ts';

/**
 * Finds anew what accounts of a portion changed on which day, writes what is other than it was
 * known to be, and adds just that to the figures of its days.
 * @returns how many moves were other
 */
export async function countMoves(ctx: Ctx, portion: Portion): Promise<number> {
  await findMoves(ctx, portion);
  await sql`
    create temp table reports_changed on commit drop as
    select m.*, 0 as sign from account_moves m limit 0`.execute(ctx.db);
  // account_moves_pkey
  await sql`
    with gone as (
      delete from account_moves m
      where  m.account_id > ${portion.fromId} ${upTo(portion, 'm.account_id')}
      and    not exists (select from reports_fresh f
                         where  f.account_id = m.account_id and f."on" = m."on" and f = m)
      returning m.*)
    insert into reports_changed select g.*, -1 from gone g`.execute(ctx.db);
  await sql`
    with come as (
      insert into account_moves as w
      select f.* from reports_fresh f
      where  not exists (select from account_moves m
                         where  m.account_id = f.account_id and m."on" = f."on")
      returning w.*)
    insert into reports_changed select c.*, 1 from come c`.execute(ctx.db);
  await addToDays(ctx, contributions(sql`reports_changed`, sql`m.sign`));
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from reports_changed`.execute(ctx.db);
  await sql`drop table reports_fresh, reports_changed`.execute(ctx.db);
  return rows[0]?.count ?? 0;
}

const upTo = ({ toId }: Portion, column: string) =>
  toId === null ? sql`` : sql`and ${sql.raw(column)} <= ${toId}`;
