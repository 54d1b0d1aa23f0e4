import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { enqueue } from '../../kernel/jobs/jobs.ts';
import { matchingRows, type RowTarget } from '../../kernel/list/match-rows.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { BulkChange } from '../api/bulk.ts';
import type { BulkHolder, Fields } from './bulk-holder.ts';
import { atOnce, changeNext } from './change-next.ts';
import { lockBulkChange, shown } from './find-bulk-change.ts';
import { goOn } from './go-on.ts';

/**
 * Changes many rows at once: those that are meant at this moment, whatever comes to match later.
 * The first thousand are changed before the answer, so that the usual case is done with it; the
 * rest by a job, whose progress can be asked.
 */
export async function changeMany(
  ctx: Ctx,
  holder: BulkHolder,
  { target, fields }: { target: RowTarget; fields: Fields },
): Promise<Result<BulkChange>> {
  const { list, permission, check } = holder;
  const matching = await matchingRows(ctx, list, target, permission);
  if (!matching.ok) return matching;
  const refusal = await check(ctx, fields);
  if (refusal) return refusal;
  const now = ctx.clock.now();
  const { id } = await ctx.db
    .insertInto('bulkChanges')
    .values({
      entity: list.entity,
      actor: JSON.stringify(ctx.actor),
      fields: JSON.stringify(fields),
      state: 'running',
      createdAt: now,
      movedAt: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await keepPortions(ctx, id, matching.value);
  const isDone = await changeNext(ctx, await lockBulkChange(ctx, id));
  if (!isDone) await enqueue(ctx, goOn, { id });
  return ok(shown(await lockBulkChange(ctx, id)));
}

async function keepPortions(ctx: Ctx, id: number, matching: RawBuilder<unknown>): Promise<void> {
  await sql`
    insert into bulk_change_portions (bulk_change_id, last_id, row_ids)
    select ${id}, max(m.id), array_agg(m.id order by m.id)
    from  (select id, (row_number() over (order by id) - 1) / ${sql.lit(atOnce)} as portion
           from   (${matching}) matching) m
    group  by m.portion`.execute(ctx.db);
}
