import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';

/**
 * A person says of a message that did not certainly leave that it arrived, or that it shall be sent
 * again: under the same name, so that whoever has it already sees it once.
 */
export async function settleMessage(
  ctx: Ctx,
  { id, hasArrived }: { id: number; hasArrived: boolean },
): Promise<Result<Record<string, never>>> {
  const now = ctx.clock.now();
  const settled = await ctx.db
    .updateTable('outgoingMessages')
    .set({
      ...(hasArrived
        ? { state: 'sent', sentAt: now }
        : { state: 'waiting', tries: 0, tryAfter: now }),
      trouble: null,
      // Whoever says so has seen what the other side has.
      unsureSince: null,
      error: null,
    })
    .where('id', '=', id)
    .where('state', 'in', ['unknown', 'failed'])
    .where('erasedAt', 'is', null)
    .returning('channelId')
    .executeTakeFirst();
  if (!settled) return fail('channels.message_settled');
  await emit(ctx, {
    type: hasArrived ? 'channels.message_sent' : 'channels.message_sent_again',
    subject: { kind: 'outgoing_message', id },
    facts: { channelId: settled.channelId, isByWord: hasArrived },
  });
  return ok({});
}
