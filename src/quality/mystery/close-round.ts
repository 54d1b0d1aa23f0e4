import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';

/** Closes a round, so that its figures stand; or opens it again. */
export async function closeRound(
  ctx: Ctx,
  { id, isClosed }: { id: number; isClosed: boolean },
): Promise<Result<{ id: number }>> {
  // quality_rounds_pkey
  const { rows } = await sql<{ wasClosed: boolean }>`
    select closed_at is not null as was_closed from quality_rounds
    where  id = ${id} for update`.execute(ctx.db);
  const [round] = rows;
  if (!round) return fail('quality.no_such_round');
  if (round.wasClosed === isClosed) return ok({ id });
  await sql`update quality_rounds set closed_at = ${isClosed ? ctx.clock.now() : null}
            where id = ${id}`.execute(ctx.db);
  const type = isClosed ? 'quality.round_closed' : 'quality.round_reopened';
  await emit(ctx, { type, subject: { kind: 'quality_round', id }, facts: {} });
  return ok({ id });
}
