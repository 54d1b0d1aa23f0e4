import { sql } from 'kysely';
import type { Ctx } from '../context.ts';

/**
 * Puts rows of a small table that stand in an order (`position`) into that of `ids`; those that are
 * not named stand after them as they stood.
 */
export async function placeInOrder(
  ctx: Ctx,
  table: 'promise_rules' | 'ticket_rules',
  ids: readonly number[],
): Promise<void> {
  const rows = sql.table(table);
  await sql`
    update ${rows} r set position = o.place
    from  (select id, row_number() over (
                    order by array_position(${[...ids]}::bigint[], id), position, id) as place
           from   ${rows}) o
    where  o.id = r.id and r.position <> o.place`.execute(ctx.db);
}
