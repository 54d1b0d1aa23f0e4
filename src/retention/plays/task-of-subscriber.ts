import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { taskReach } from './lock-task.ts';

/** What is to be said to somebody because a play says so: on whatever occasion they speak. */
export async function taskOfSubscriber(
  ctx: Ctx,
  { subscriberId }: { subscriberId: number },
): Promise<Result<{ taskId: number | null }>> {
  // subscribers_root (root_id), play_tasks_subscriber (subscriber_id, made_at desc)
  const { rows } = await sql<{ taskId: number }>`
    select k.id as task_id
    from   subscribers s
    join   subscribers m on m.root_id = s.root_id
    join   play_tasks k on k.subscriber_id = m.id
    where  s.id = ${subscriberId} and k.state = 'open' and ${taskReach(ctx)}
    order  by k.due_at, k.id limit 1`.execute(ctx.db);
  return ok({ taskId: rows[0]?.taskId ?? null });
}
