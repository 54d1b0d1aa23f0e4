import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, ok, type Result } from '../../kernel/result.ts';
import { lockTicket } from '../record/lock-tickets.ts';
import { findConversation, linkConversation } from './link-conversation.ts';

/** Lets a ticket and a conversation know each other. */
export async function joinConversation(
  ctx: Ctx,
  { id, conversationId }: { id: number; conversationId: number },
): Promise<Result<Done>> {
  const locked = await lockTicket(ctx, id);
  if (!locked.ok) return locked;
  const found = await findConversation(ctx, conversationId);
  if (!found.ok) return found;
  if (!(await linkConversation(ctx, id, conversationId))) return ok({});
  await emit(ctx, {
    type: 'tickets.conversation_joined',
    subject: { kind: 'ticket', id },
    subscriberId: locked.value.subscriberId,
    facts: { number: id, conversationId, conversation: found.value.number },
  });
  return ok({});
}
