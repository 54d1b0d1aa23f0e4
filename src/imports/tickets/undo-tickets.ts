import { sql } from 'kysely';
import type { BulkCtx } from '../../kernel/db/bulk.ts';
import { removeCategories, removeUntouched } from '../../tickets/index.ts';
import { recordChanges } from '../apply/changes.ts';
import type { Import } from '../load-import.ts';
import { removeUnused } from '../undo/remove-leftovers.ts';
import type { UndoDone } from '../undo/take-back-changes.ts';

/** Removes the next tickets that the import made; those that were worked on since are noted. */
export async function removeTickets(
  ctx: BulkCtx,
  { id }: Import,
  limit: number,
): Promise<UndoDone> {
  // tickets_import; import_changes_kept. Locked, as the making of subscribers is taken back.
  const { rows } = await sql<{ id: number }>`
    select t.id from tickets t
    where  t.import_id = ${id} and not exists (
      select from import_changes c
      where  c.import_id = ${id} and c.state = 'kept' and c.entity = 'ticket'
      and    c.entity_id = t.id)
    order  by t.id
    limit  ${limit} for update of t`.execute(ctx.db);
  const ids = rows.map((row) => row.id);
  const kept = await removeUntouched(ctx, ids);
  await recordChanges(
    ctx,
    id,
    kept.map((one) => ({ entity: 'ticket' as const, id: one, before: null, after: null })),
  );
  await sql`update import_changes set state = 'kept'
    where  import_id = ${id} and state = 'done' and entity = 'ticket'`.execute(ctx.db);
  return { count: ids.length, removed: ids.length - kept.length, restored: 0, kept: kept.length };
}

/** The last part: categories and attributes that the import made and nothing has now. */
export async function removeTicketLeftovers(ctx: BulkCtx, imported: Import): Promise<void> {
  await removeCategories(ctx, imported.id);
  await removeUnused(ctx, imported);
}
