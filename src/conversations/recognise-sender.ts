import type { Ctx } from '../kernel/context.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { change, tell } from './change.ts';
import { indexConversations } from './index-conversations.ts';
import { lockMine } from './lock-conversation.ts';

/** Says by hand which subscriber wrote; null says that it is nobody of the base. */
export async function recogniseSender(
  ctx: Ctx,
  { id, version, subscriberId }: { id: number; version: number; subscriberId: number | null },
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockMine(ctx, id, version);
  if (!locked.ok) return locked;
  if (subscriberId !== null) {
    const found = await ctx.db
      .selectFrom('subscribers')
      .select('id')
      .where('id', '=', subscriberId)
      .where('erasedAt', 'is', null)
      .executeTakeFirst();
    if (!found) return fail('conversations.no_such_subscriber');
  }
  const changed = await change(ctx, locked.value, { subscriberId });
  await indexConversations(ctx, [id]);
  const facts = { fromSubscriberId: locked.value.subscriberId };
  await tell(ctx, { ...locked.value, subscriberId }, 'conversations.sender_recognised', facts);
  return ok(changed);
}
