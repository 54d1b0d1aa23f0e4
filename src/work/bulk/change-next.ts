import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { matchingRows } from '../../kernel/list/match-rows.ts';
import { must } from '../../kernel/result.ts';
import { bulkHolderOf, type Difference } from './bulk-holder.ts';
import type { KeptChange } from './find-bulk-change.ts';

/** So many in each transaction. */
export const atOnce = 1_000;

/**
 * Changes the next portion of what is meant, with an event for each row; those that the asker may
 * not change any more stay. @returns whether it was the last
 */
export async function changeNext(ctx: Ctx, change: KeptChange): Promise<boolean> {
  const { id, entity, fields } = change;
  const { list, permission, apply, told } = bulkHolderOf(entity);
  const { ids: meant, isLast } = await takePortion(ctx, id);
  const matching = must(await matchingRows(ctx, list, { ids: meant }, permission));
  const { rows } = await sql<{ id: number }>`
    select id from (${matching}) matching order by id`.execute(ctx.db);
  const ids = rows.map((row) => row.id);
  const differences = await apply(ctx, { bulkChangeId: id, fields }, ids);
  await keep(ctx, id, differences);
  const now = ctx.clock.now();
  await sql`
    update bulk_changes
    set    changed     = changed + ${differences.length},
           moved_at    = ${now},
           resumed     = 0,
           state       = ${isLast ? 'done' : 'running'},
           finished_at = case when ${isLast} then ${now}::timestamptz end
    where  id = ${id}`.execute(ctx.db);
  if (isLast) await emit(ctx, { type: told.changed, subject: { kind: 'bulk_change', id } });
  return isLast;
}

async function takePortion(ctx: Ctx, id: number): Promise<{ ids: number[]; isLast: boolean }> {
  // bulk_change_portions_pkey
  const { rows } = await sql<{ rowIds: number[]; isLast: boolean }>`
    with first as (
      select last_id from bulk_change_portions
      where  bulk_change_id = ${id} order by last_id limit 1)
    delete from bulk_change_portions p using first f
    where  p.bulk_change_id = ${id} and p.last_id = f.last_id
    returning p.row_ids, not exists (
      select from bulk_change_portions more
      where  more.bulk_change_id = ${id} and more.last_id > f.last_id) as is_last`.execute(ctx.db);
  const [portion] = rows;
  return { ids: portion?.rowIds ?? [], isLast: portion?.isLast ?? true };
}

async function keep(ctx: Ctx, id: number, differences: readonly Difference[]): Promise<void> {
  await sql`
    insert into bulk_change_rows (bulk_change_id, row_id, before, after)
    select ${id}, d.id, d.before, d.after
    from   jsonb_to_recordset(${JSON.stringify(differences)}::jsonb)
             as d (id bigint, before jsonb, after jsonb)`.execute(ctx.db);
}
