import type { Ctx } from '../../kernel/context.ts';
import { type Done, ok, type Result } from '../../kernel/result.ts';
import { recordEvent } from '../record-event.ts';
import { lockUnveiled } from '../veil.ts';

/** Forgets the word of a subscriber, and of those who were merged into them. */
export async function removeCodeWord(ctx: Ctx, { id }: { id: number }): Promise<Result<Done>> {
  const found = await lockUnveiled(ctx, id);
  if (!found.ok) return found;
  const removed = await ctx.db
    .deleteFrom('codeWords')
    .where('subscriberId', 'in', found.value.ids)
    .returning('subscriberId')
    .execute();
  if (removed.length > 0) await recordEvent(ctx, found.value.id, 'subscribers.code_word_removed');
  return ok({});
}
