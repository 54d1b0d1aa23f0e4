import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { endDraft, mention } from '../../work/index.ts';
import { tell } from './change.ts';
import { indexConversations } from '../search/index-conversations.ts';
import { lockConversation } from './lock-conversation.ts';
import { me } from '../reach.ts';

type Note = {
  id: number;
  text: string;
  writing?: string | undefined;
  mentions: readonly number[];
};

/**
 * Writes an internal note; the sender never sees it, and it is no touch. Anybody who can see the
 * conversation may add one without taking it, so the version stays.
 */
export async function addNote(
  ctx: Ctx,
  { id: given, text, writing, mentions }: Note,
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockConversation(ctx, given, 'conversations.work');
  if (!locked.ok) return locked;
  const row = locked.value;
  const { id } = row;
  const { id: sourceId } = await ctx.db
    .insertInto('messages')
    .values({
      conversationId: id,
      direction: 'note',
      authorStaffId: me(ctx),
      text,
      happenedAt: ctx.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await mention(ctx, { entity: 'conversations', entityId: id, sourceId }, mentions);
  await endDraft(ctx, { entity: 'conversations', entityId: id, kind: 'note' }, writing);
  await indexConversations(ctx, [id]);
  await tell(ctx, row, 'conversations.noted', { staffId: me(ctx), messageId: sourceId });
  return ok({ id, version: row.version });
}
