import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { tell } from '../record/change.ts';
import { type Locked, lockConversation } from '../record/lock-conversation.ts';
import { me } from '../reach.ts';

const LONGEST_AHEAD_DAYS = 366;

type NewFollowUp = { dueAt: string; text: string };

/** Promises to come back to a conversation; the promise is the one's who makes it. */
export async function setFollowUp(
  ctx: Ctx,
  { id, ...followUp }: NewFollowUp & { id: number },
): Promise<Result<{ id: number }>> {
  const locked = await lockConversation(ctx, id, 'conversations.work');
  return locked.ok ? addFollowUp(ctx, locked.value, followUp) : locked;
}

/** The same for a row that is locked already. */
export async function addFollowUp(
  ctx: Ctx,
  row: Locked,
  { dueAt, text }: NewFollowUp,
): Promise<Result<{ id: number }>> {
  const now = ctx.clock.now();
  const at = new Date(dueAt);
  if (at <= now || at.getTime() - now.getTime() > LONGEST_AHEAD_DAYS * 86_400_000) {
    const code = 'conversations.time_past';
    return fail(code, { days: LONGEST_AHEAD_DAYS }, { dueAt: code });
  }
  const made = await ctx.db
    .insertInto('followUps')
    .values({
      conversationId: row.id,
      subscriberId: row.subscriberId,
      staffId: me(ctx),
      dueAt: at,
      text,
      createdAt: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const facts = { followUpId: made.id, dueAt: at, staffId: me(ctx) };
  await tell(ctx, row, 'conversations.follow_up_set', facts);
  return ok({ id: made.id });
}
