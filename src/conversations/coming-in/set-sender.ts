import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { lockSubscriber } from '../../subscribers/index.ts';
import { change, tell } from '../record/change.ts';
import { indexConversations } from '../search/index-conversations.ts';
import { lockMine } from '../record/lock-conversation.ts';

/** Says by hand which subscriber wrote; null says that it is nobody of the base. */
export async function setSender(
  ctx: Ctx,
  {
    id: given,
    version,
    subscriberId,
  }: { id: number; version: number; subscriberId: number | null },
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockMine(ctx, given, version);
  if (!locked.ok) return locked;
  if (subscriberId !== null) {
    // Locked, so that an erasure that begins meanwhile waits and sees this conversation as theirs.
    const found = await lockSubscriber(ctx, subscriberId, 'subscribers.view');
    if (!found.ok) return fail('conversations.no_such_subscriber');
  }
  const changed = await change(ctx, locked.value, { subscriberId });
  await indexConversations(ctx, [locked.value.id]);
  const facts = { fromSubscriberId: locked.value.subscriberId };
  await tell(ctx, { ...locked.value, subscriberId }, 'conversations.sender_recognised', facts);
  return ok(changed);
}
