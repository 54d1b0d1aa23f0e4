import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { change, tell } from '../record/change.ts';
import { offeringNow } from '../settings/desk-clock.ts';
import { indexConversations } from '../search/index-conversations.ts';
import { lockMine } from '../record/lock-conversation.ts';
import { endUntoldCalls } from '../callbacks/start-call.ts';

/**
 * Gives a conversation back: it is offered anew, and the supervisor hears if nobody takes it. A
 * call without an outcome ends as one of which nothing was told.
 */
export async function releaseConversation(
  ctx: Ctx,
  { id: given, version }: { id: number; version: number },
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockMine(ctx, given, version);
  if (!locked.ok) return locked;
  const row = locked.value;
  const { id } = row;
  const changed = await change(ctx, row, {
    ownerStaffId: null,
    takenAt: null,
    ...(await offeringNow(ctx, row)),
  });
  await indexConversations(ctx, [id]);
  const call = await endUntoldCalls(ctx, [id]);
  await tell(ctx, row, 'conversations.released', { staffId: row.ownerStaffId, ...call });
  return ok(changed);
}
