import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { bulkHolderOf, type Difference } from './bulk-holder.ts';
import { atOnce } from './change-next.ts';
import type { KeptChange } from './find-bulk-change.ts';

/** Puts back the next thousand. @returns whether it was the last */
export async function undoNext(ctx: Ctx, { id, entity, lastId }: KeptChange): Promise<boolean> {
  const { restore, told } = bulkHolderOf(entity);
  // bulk_change_rows_pkey
  const { rows } = await sql<Difference>`
    select row_id as id, before, after from bulk_change_rows
    where  bulk_change_id = ${id} and row_id > ${lastId}
    order  by row_id limit ${atOnce}`.execute(ctx.db);
  const restored = await restore(ctx, id, rows);
  const isDone = rows.length < atOnce;
  await sql`
    update bulk_changes
    set    last_id     = ${rows.at(-1)?.id ?? lastId},
           kept        = kept + ${rows.length - restored},
           moved_at    = ${ctx.clock.now()},
           resumed     = 0,
           state       = ${isDone ? 'undone' : 'undoing'},
           finished_at = case when ${isDone} then ${ctx.clock.now()}::timestamptz end
    where  id = ${id}`.execute(ctx.db);
  if (isDone) await emit(ctx, { type: told.undone, subject: { kind: 'bulk_change', id } });
  return isDone;
}
