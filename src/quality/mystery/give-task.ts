import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import type { mysteryApi } from '../api/mystery.ts';
import { lockTask } from './lock-task.ts';

type Input = z.output<(typeof mysteryApi)['POST /api/quality-rounds/{id}/tasks']['input']>;

/** Gives a shopper a task of a round that is open. */
export async function giveTask(ctx: Ctx, { id, ...task }: Input): Promise<Result<{ id: number }>> {
  // quality_rounds_pkey
  const { rows } = await sql<{ isClosed: boolean; isOver: boolean }>`
    select closed_at is not null as is_closed, ${task.dueOn}::date < ${today(ctx)}::date as is_over
    from   quality_rounds where id = ${id} for share`.execute(ctx.db);
  const [round] = rows;
  if (!round) return fail('quality.no_such_round');
  if (round.isClosed) return fail('quality.round_closed');
  if (round.isOver) return fail('quality.day_is_over', {}, { dueOn: 'quality.day_is_over' });
  const made = await ctx.db
    .insertInto('qualityShopperTasks')
    .values({ roundId: id, ...task })
    .returning('id')
    .executeTakeFirstOrThrow();
  return ok(made);
}

/** Takes a task back that is not done. */
export async function dropTask(ctx: Ctx, { id }: { id: number }): Promise<Result<{ id: number }>> {
  const locked = await lockTask(ctx, id);
  if (!locked.ok) return locked;
  if (locked.value.isDone) return fail('quality.no_such_task');
  await sql`delete from quality_shopper_tasks where id = ${id}`.execute(ctx.db);
  return ok({ id });
}
