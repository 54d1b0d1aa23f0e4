import { sql } from 'kysely';
import type { z } from 'zod';
import { me } from '../../conversations/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { mysteryApi } from '../api/mystery.ts';
import { lockTask } from './lock-task.ts';

type Input = z.output<(typeof mysteryApi)['PUT /api/quality-shopper-tasks/{id}/result']['input']>;

/** Writes down what a shopper met, or mends it; nothing was done where nobody has answered. */
export async function enterResult(
  ctx: Ctx,
  { id, version, ...met }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockTask(ctx, id);
  if (!locked.ok) return locked;
  if (locked.value.version !== version) return fail('quality.changed_meanwhile');
  const askedAt = new Date(met.askedAt);
  if (askedAt > ctx.clock.now()) {
    return fail('quality.not_yet', {}, { askedAt: 'quality.not_yet' });
  }
  const told = [met.recommended, met.pitched, met.reasonAsked].some((one) => one !== null);
  if (met.answeredIn === null && told) return fail('quality.nobody_answered');
  // staff_pkey
  const { rows } = await sql`
    select from staff where id = ${met.staffId}::bigint`.execute(ctx.db);
  if (met.staffId !== null && rows.length === 0) return fail('quality.no_such_person');
  await ctx.db
    .updateTable('qualityShopperTasks')
    .set({
      ...met,
      askedAt,
      doneAt: ctx.clock.now(),
      enteredBy: me(ctx),
      version: version + 1,
    })
    .where('id', '=', id)
    .execute();
  const subject = { kind: 'quality_round', id: locked.value.roundId };
  await emit(ctx, { type: 'quality.result_entered', subject, facts: { task: id } });
  return ok({ id, version: version + 1 });
}
