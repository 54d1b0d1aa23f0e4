import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { reaches } from '../reach.ts';

type Task = { dealId: number; subscriberId: number | null };

/** Says that what a stage has asked for is done, or takes that back. */
export async function finishTask(
  ctx: Ctx,
  { id, isDone }: { id: number; isDone: boolean },
): Promise<Result<Done>> {
  const [doneAt, doneBy] = isDone ? [ctx.clock.now(), staffIdOf(ctx.actor)] : [null, null];
  // deal_tasks_pkey, deals_pkey
  const { rows } = await sql<Task>`
    update deal_tasks k set done_at = ${doneAt}::timestamptz, done_by = ${doneBy}::bigint
    from   deals d
    where  k.id = ${id} and d.id = k.deal_id and (k.done_at is null) = ${isDone}
    and    ${reaches(ctx, 'sales.work')}
    returning k.deal_id, d.subscriber_id`.execute(ctx.db);
  const [task] = rows;
  if (!task) return (await isThere(ctx, id)) ? ok({}) : fail('sales.task_not_found');
  await emit(ctx, {
    type: isDone ? 'sales.task_done' : 'sales.task_reopened',
    subject: { kind: 'deal', id: task.dealId },
    subscriberId: task.subscriberId,
    facts: { number: task.dealId, taskId: id },
  });
  return ok({});
}

/** Already as it was wished. */
async function isThere(ctx: Ctx, id: number): Promise<boolean> {
  const { rows } = await sql`
    select from deal_tasks k join deals d on d.id = k.deal_id
    where  k.id = ${id} and ${reaches(ctx, 'sales.work')}`.execute(ctx.db);
  return rows.length > 0;
}
