import { sql } from 'kysely';
import type { Ctx } from '../context.ts';

/**
 * Takes `count` ids of a table ahead of a bulk load, so that rows of several tables can point at
 * each other before any of them is written. Ids never used are simply gaps.
 * @param column another column that numbers itself, as one that people read
 */
export async function reserveIds(
  ctx: Ctx,
  table: string,
  count: number,
  column = 'id',
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select nextval(sequence.name) as id
    from (select pg_get_serial_sequence(${`${ctx.operator.schema}.${table}`}, ${column})::regclass as name
          offset 0) sequence, -- OFFSET: looked up once, not for every id.
         generate_series(1, ${count})`.execute(ctx.db);
  return rows.map((row) => row.id);
}
