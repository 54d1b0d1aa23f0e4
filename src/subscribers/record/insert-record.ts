import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { reserveIds } from '../../kernel/db/reserve-ids.ts';
import { columnList, fields } from './columns.ts';
import type { Given, Values } from './values.ts';

/**
 * Writes a new row. The id is taken first, for a root points at itself.
 * @returns the id, or null when another subscriber has this external id
 */
export async function insertRecord(
  ctx: Ctx,
  row: Given<Values> & Pick<Values, 'kind' | 'displayName'>,
): Promise<number | null> {
  const [id = 0] = await reserveIds(ctx, 'subscribers', 1);
  const now = ctx.clock.now();
  const given = { ...row, attributes: JSON.stringify(row.attributes ?? {}) };
  const values = fields.map((field) => (given[field] === undefined ? sql`default` : given[field]));
  // subscribers_external (external_id) where external_id is not null
  const { rows } = await sql<{ id: number }>`
    insert into subscribers
      (id, root_id, ${columnList(fields)}, created_at, updated_at)
    overriding system value
    values
      (${id}, ${id}, ${sql.join(values)}, ${now}, ${now})
    on conflict (external_id) where external_id is not null do nothing
    returning id`.execute(ctx.db);
  return rows[0]?.id ?? null;
}
