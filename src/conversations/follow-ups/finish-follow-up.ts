import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { me } from '../reach.ts';

/** Marks a follow-up of one's own as done, or takes that back. */
export async function finishFollowUp(
  ctx: Ctx,
  { id, isDone }: { id: number; isDone: boolean },
): Promise<Result<Record<string, never>>> {
  const row = await ctx.db
    .updateTable('followUps')
    .set({ doneAt: isDone ? ctx.clock.now() : null })
    .where('id', '=', id)
    .where('staffId', '=', me(ctx))
    .returning(['conversationId', 'subscriberId'])
    .executeTakeFirst();
  if (!row) return fail('conversations.follow_up_not_found');
  await emit(ctx, {
    type: isDone ? 'conversations.follow_up_done' : 'conversations.follow_up_reopened',
    subject: { kind: 'conversation', id: row.conversationId },
    subscriberId: row.subscriberId,
    facts: { followUpId: id, staffId: me(ctx) },
  });
  return ok({});
}
