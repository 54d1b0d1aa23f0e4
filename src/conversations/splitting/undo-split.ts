import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { followMentions } from '../../work/index.ts';
import { becomePart } from '../record/become-part.ts';
import { change, tell } from '../record/change.ts';
import { indexConversations } from '../search/index-conversations.ts';
import { isMine, lockConversation, lockMine } from '../record/lock-conversation.ts';
import { me } from '../reach.ts';
import { findSplit } from './find-split.ts';
import { keepMerges } from './keep-merges.ts';
import { putBack } from './put-back.ts';
import { takeOver } from './take-over.ts';

/**
 * Takes a split back: the messages stand where they stood, and what was split off points there for
 * ever, with whatever was said in it since.
 */
export async function undoSplit(
  ctx: Ctx,
  input: { id: number; splitId: number },
): Promise<Result<{ id: number; version: number }>> {
  const seen = await findSplit(ctx, input);
  if (!seen) return fail('conversations.no_such_split');
  // In the order of ids, as those who merge lock them.
  if (seen.intoId < seen.fromRootId) await lockConversation(ctx, seen.intoId, 'conversations.work');
  const locked = await lockMine(ctx, seen.fromRootId);
  if (!locked.ok) return locked;
  const other = await lockConversation(ctx, seen.intoId, 'conversations.work');
  if (!other.ok) return other;
  const split = await findSplit(ctx, input);
  if (!split) return fail('conversations.no_such_split');
  const [row, into] = [locked.value, other.value];
  // Merged into another, or the other into it: those are set apart first.
  if (into.id !== split.intoId || row.id === into.id) return fail('conversations.split_is_merged');
  if (into.ownerStaffId !== null && !isMine(ctx, into)) {
    return fail('conversations.not_yours', { name: into.ownerName ?? '' });
  }
  const moved = await putBack(ctx, split);
  await followMentions(
    ctx,
    'conversations',
    moved.map(({ messageId, formerId }) => ({ sourceId: messageId, entityId: formerId })),
  );
  const taken = await takeOver(ctx, { row, into, split });
  const changed = await change(ctx, row, taken);
  if (Object.keys(taken).length === 0) await keepMerges(ctx, row);
  await becomePart(ctx, into, { mergedIntoId: split.fromId, rootId: row.id });
  await ctx.db
    .updateTable('conversationSplits')
    .set({ undoneBy: me(ctx), undoneAt: ctx.clock.now() })
    .where('id', '=', split.id)
    .execute();
  const formers = moved.map(({ formerId }) => formerId);
  await indexConversations(ctx, [...new Set([row.id, into.id, ...formers])]);
  const facts = { splitId: split.id, intoNumber: into.number, fromNumber: row.number };
  await tell(ctx, row, 'conversations.unsplit', facts);
  await tell(ctx, into, 'conversations.unsplit', facts);
  return ok(changed);
}
