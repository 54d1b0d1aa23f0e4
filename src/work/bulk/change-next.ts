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
 * Changes the next thousand that are meant, in the order of their ids, with an event for each.
 * @returns whether it was the last
 */
export async function changeNext(ctx: Ctx, change: KeptChange): Promise<boolean> {
  const { id, entity, target, fields, lastId } = change;
  if (!target) return true;
  const { list, permission, apply, told } = bulkHolderOf(entity);
  const matching = must(await matchingRows(ctx, list, target, permission, true));
  const { rows } = await sql<{ id: number }>`
    select id from (${matching}) matching where id > ${lastId} order by id limit ${atOnce}`.execute(
    ctx.db,
  );
  const ids = rows.map((row) => row.id);
  const differences = await apply(ctx, { bulkChangeId: id, fields }, ids);
  await keep(ctx, id, differences);
  const isDone = ids.length < atOnce;
  await sql`
    update bulk_changes
    set    last_id     = ${ids.at(-1) ?? lastId},
           changed     = changed + ${differences.length},
           state       = ${isDone ? 'done' : 'running'},
           target      = case when ${isDone} then null else target end,
           finished_at = case when ${isDone} then ${ctx.clock.now()}::timestamptz end
    where  id = ${id}`.execute(ctx.db);
  if (isDone) await emit(ctx, { type: told.changed, subject: { kind: 'bulk_change', id } });
  return isDone;
}

async function keep(ctx: Ctx, id: number, differences: readonly Difference[]): Promise<void> {
  await sql`
    insert into bulk_change_rows (bulk_change_id, row_id, before, after)
    select ${id}, d.id, d.before, d.after
    from   jsonb_to_recordset(${JSON.stringify(differences)}::jsonb)
             as d (id bigint, before jsonb, after jsonb)`.execute(ctx.db);
}
