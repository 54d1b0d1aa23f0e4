import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emitMany } from '../../kernel/events/journal.ts';
import { type Done, ok, type Result } from '../../kernel/result.ts';

/** Marks the asker's own as seen; those of others are not touched. */
export async function seeMentions(
  ctx: Ctx,
  { ids }: { ids: readonly number[] },
): Promise<Result<Done>> {
  const me = staffIdOf(ctx.actor);
  const seen = await ctx.db
    .updateTable('mentions')
    .set({ seenAt: ctx.clock.now() })
    .where('id', 'in', ids)
    .where('staffId', '=', me)
    .where('seenAt', 'is', null)
    .returning('id')
    .execute();
  // Other screens of the same person take them off their count.
  if (me !== null && seen.length > 0) {
    await emitMany(ctx, [
      { type: 'work.mentions_seen', subject: { kind: 'staff', id: me }, facts: {} },
    ]);
  }
  return ok({});
}
