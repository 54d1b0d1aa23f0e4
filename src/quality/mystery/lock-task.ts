import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';

type Task = { id: number; version: number; roundId: number; kind: string; isDone: boolean };

/** A shopper's task of a round that is open, locked; first the round, as whoever closes it does. */
export async function lockTask(ctx: Ctx, id: number): Promise<Result<Task>> {
  // quality_shopper_tasks_pkey, quality_rounds_pkey
  const { rows: rounds } = await sql<{ isClosed: boolean }>`
    select closed_at is not null as is_closed from quality_rounds
    where  id = (select round_id from quality_shopper_tasks where id = ${id})
    for    share`.execute(ctx.db);
  const { rows } = await sql<Task>`
    select id, version, round_id, kind, done_at is not null as is_done
    from   quality_shopper_tasks where id = ${id} for update`.execute(ctx.db);
  const [task] = rows;
  if (!task) return fail('quality.no_such_task');
  return rounds[0]?.isClosed ? fail('quality.round_closed') : ok(task);
}
