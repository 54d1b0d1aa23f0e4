import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { reserveIds } from '../../kernel/db/reserve-ids.ts';
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
  // subscribers_external (external_id) where external_id is not null
  const { rows } = await sql<{ id: number }>`
    insert into subscribers
      (id, root_id, kind, display_name, last_name, first_name, middle_name, birth_on, tax_number,
       status, customer_since, left_on, external_id, note, attributes, owner_staff_id, team_id,
       created_at, updated_at)
    overriding system value
    values
      (${id}, ${id}, ${row.kind}, ${row.displayName}, ${row.lastName}, ${row.firstName},
       ${row.middleName}, ${row.birthOn}, ${row.taxNumber}, ${row.status ?? 'active'},
       ${row.customerSince}, ${row.leftOn}, ${row.externalId}, ${row.note ?? ''},
       ${JSON.stringify(row.attributes ?? {})}, ${row.ownerStaffId}, ${row.teamId}, ${now}, ${now})
    on conflict (external_id) where external_id is not null do nothing
    returning id`.execute(ctx.db);
  return rows[0]?.id ?? null;
}
