import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emitMany } from '../../kernel/events/journal.ts';
import { enqueue } from '../../kernel/jobs/jobs.ts';
import { bulkHolderOf } from './bulk-holder.ts';
import { goOn } from './go-on.ts';

/** A portion takes seconds: what has not moved for so long was given up by its job. */
const STILL_MINUTES = 30;
/** So often it is taken up again before it ends where it stands. */
const MOST_RESUMED = 3;

const BATCH = 100;

type Still = { id: number; entity: string; was: string; isEnded: boolean };

/**
 * Takes up changes of many that stand still. What cannot go on ends where it stands, so that it can
 * be taken back, or taking it back can be asked for again.
 */
export async function sweepBulkChanges(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now();
  const before = new Date(now.getTime() - STILL_MINUTES * 60_000);
  // bulk_changes_moved (moved_at)
  const { rows } = await sql<Still>`
    with still as (
      select id, state from bulk_changes
      where  state in ('running', 'undoing') and moved_at < ${before}
      order  by moved_at limit ${BATCH} for update skip locked)
    update bulk_changes b
    set    moved_at    = ${now},
           resumed     = b.resumed + 1,
           state       = case when b.resumed < ${MOST_RESUMED} then b.state else 'stopped' end,
           finished_at = case when b.resumed < ${MOST_RESUMED} then null
                              else ${now}::timestamptz end
    from   still s where s.id = b.id
    returning b.id, b.entity, s.state as was, b.state = 'stopped' as is_ended`.execute(ctx.db);
  for (const { id, isEnded } of rows) if (!isEnded) await enqueue(ctx, goOn, { id });
  const ended = rows.filter(({ isEnded }) => isEnded);
  await sql`
    delete from bulk_change_portions
    where  bulk_change_id = any(${ended.map(({ id }) => id)}::bigint[])`.execute(ctx.db);
  await emitMany(
    ctx,
    ended.map(({ id, entity, was }) => {
      const { told } = bulkHolderOf(entity);
      const type = was === 'running' ? told.changed : told.undone;
      return { type, subject: { kind: 'bulk_change', id } };
    }),
  );
}
