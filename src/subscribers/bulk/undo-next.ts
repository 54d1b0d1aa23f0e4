import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { indexSubscriber } from '../search/index-subscriber.ts';
import type { Difference } from './change-next.ts';
import type { KeptChange } from './find-bulk-change.ts';
import { tellEach, tellWhole } from './tell-change.ts';

const atOnce = 1_000;

/**
 * Puts back the next thousand. Whoever was changed in the same fields since stays as they are:
 * the later word holds. @returns whether it was the last
 */
export async function undoNext(ctx: Ctx, { id, lastId }: KeptChange): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    select subscriber_id as id from bulk_change_rows
    where  bulk_change_id = ${id} and subscriber_id > ${lastId}
    order  by subscriber_id limit ${atOnce}`.execute(ctx.db);
  const ids = rows.map((row) => row.id);
  const restored = await restore(ctx, id, ids);
  await tellEach(ctx, id, restored);
  const isOwned = restored.some(({ after }) => 'owner_staff_id' in after || 'team_id' in after);
  if (isOwned)
    await indexSubscriber(
      ctx,
      restored.map((one) => one.id),
    );
  const isDone = ids.length < atOnce;
  await sql`
    update bulk_changes
    set    last_id     = ${ids.at(-1) ?? lastId},
           kept        = kept + ${ids.length - restored.length},
           state       = ${isDone ? 'undone' : 'undoing'},
           finished_at = case when ${isDone} then ${ctx.clock.now()}::timestamptz end
    where  id = ${id}`.execute(ctx.db);
  if (isDone) await tellWhole(ctx, id, 'subscribers.bulk_undone');
  return isDone;
}

async function restore(ctx: Ctx, id: number, ids: readonly number[]): Promise<Difference[]> {
  const { rows } = await sql<Difference>`
    with locked as (
      select s.id, r.before, r.after
      from   bulk_change_rows r join subscribers s on s.id = r.subscriber_id
      where  r.bulk_change_id = ${id} and r.subscriber_id = any(${[...ids]}::bigint[])
      and    s.erased_at is null
      and    not exists (
        select from jsonb_each(r.after) where to_jsonb(s) -> key is distinct from value)
      order  by s.id for update of s)
    update subscribers s
    set    (status, owner_staff_id, team_id, attributes, version, updated_at) =
           (select status, owner_staff_id, team_id, attributes, s.version + 1,
                   ${ctx.clock.now()}::timestamptz
            from   jsonb_populate_record(s, l.before))
    from   locked l
    where  s.id = l.id
    returning s.id, s.version, l.after as before, l.before as after`.execute(ctx.db);
  return rows;
}
