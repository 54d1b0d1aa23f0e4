import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { me } from '../reach.ts';

/** Lets an offer pass, so that the next sweep puts the request before somebody else. */
export async function declineOffer(
  ctx: Ctx,
  { id }: { id: number },
): Promise<Result<Record<string, never>>> {
  // offers_live_conversation
  const ended = await ctx.db
    .updateTable('offers')
    .set({ endedAt: ctx.clock.now(), endReason: 'declined' })
    .where('conversationId', '=', id)
    .where('staffId', '=', me(ctx))
    .where('endedAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!ended) return fail('conversations.offer_over');
  await emit(ctx, {
    type: 'conversations.offer_ended',
    subject: { kind: 'conversation', id },
    facts: { staffId: me(ctx), reason: 'declined' },
  });
  return ok({});
}
