import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** Forgets what was changed of these rows; of a change that has no other row, what was set too. */
export async function forgetBulkRows(
  ctx: Ctx,
  entity: string,
  ids: readonly number[],
): Promise<void> {
  // bulk_change_rows_row (row_id)
  const { rows } = await sql<{ id: number }>`
    delete from bulk_change_rows r using bulk_changes b
    where  r.row_id = any(${[...ids]}::bigint[]) and b.id = r.bulk_change_id
    and    b.entity = ${entity}
    returning r.bulk_change_id as id`.execute(ctx.db);
  const changes = rows.map(({ id }) => id);
  if (changes.length === 0) return;
  await sql`
    delete from bulk_changes b
    where  b.id = any(${changes}::bigint[]) and b.state in ('done', 'undone')
    and    not exists (select from bulk_change_rows r where r.bulk_change_id = b.id)`.execute(
    ctx.db,
  );
}
