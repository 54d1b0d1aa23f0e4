import { sql } from 'kysely';
import { settleMessage as settleOutgoing } from '../../channels/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { clusterOf } from '../record/cluster.ts';
import { change, tell } from '../record/change.ts';
import { lockMine } from '../record/lock-conversation.ts';

/**
 * A person decides about a message that did not certainly leave: it arrived, or it is sent again.
 */
export async function settleMessage(
  ctx: Ctx,
  input: { id: number; messageId: number; hasArrived: boolean },
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockMine(ctx, input.id);
  if (!locked.ok) return locked;
  const message = await ctx.db
    .selectFrom('messages')
    .select('outgoingMessageId')
    .where('id', '=', input.messageId)
    .where(sql<boolean>`conversation_id in ${clusterOf(locked.value.id)}`)
    .executeTakeFirst();
  if (!message?.outgoingMessageId) return fail('conversations.message_not_found');
  const { outgoingMessageId } = message;
  const settled = await settleOutgoing(ctx, {
    id: outgoingMessageId,
    hasArrived: input.hasArrived,
  });
  if (!settled.ok) return fail('conversations.message_settled');
  const changed = await change(ctx, locked.value, {});
  await tell(ctx, locked.value, 'conversations.message_settled', {
    messageId: input.messageId,
    hasArrived: input.hasArrived,
  });
  return ok(changed);
}
