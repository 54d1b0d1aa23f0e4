import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { PitchBody } from '../api/pitches.ts';

/** Changes an argument, or stops offering it; what was answered to it stays. */
export async function changePitch(
  ctx: Ctx,
  { id, ...body }: PitchBody & { id: number },
): Promise<Result<Record<string, never>>> {
  const before = await ctx.db
    .selectFrom('pitches')
    .select(['argument', 'audience', 'position', 'pauseDays', 'isOn'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!before) return fail('sales.pitch_not_found');
  await ctx.db
    .updateTable('pitches')
    .set({ ...body, updatedAt: ctx.clock.now() })
    .where('id', '=', id)
    .execute();
  await emit(ctx, {
    type: 'sales.pitch_changed',
    subject: { kind: 'pitch', id },
    facts: { before, after: body },
  });
  return ok({});
}
