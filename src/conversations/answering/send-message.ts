import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { leaveFilesTo } from '../../kernel/files/files.ts';
import { type DraftFile, endDraft, takeDraftFiles } from '../../work/index.ts';
import { fileMisfit } from '../api/file-limits.ts';
import { change, tell } from '../record/change.ts';
import { indexConversations } from '../search/index-conversations.ts';
import { type Locked, lockMine } from '../record/lock-conversation.ts';
import { findAddressee } from './find-addressee.ts';
import { queueAnswer } from './queue-answer.ts';
import { me } from '../reach.ts';

type Answer = {
  id: number;
  version: number;
  text: string;
  writing?: string | undefined;
  fileIds: readonly number[];
  answersAt?: string | undefined;
};
type Sent = { id: number; version: number; messageId: number };

/**
 * Answers on the channel on which the newest message came. What is written here leaves after the
 * commit; the moment it has left is the touch that stops the clock. Where a letter asks to be
 * answered at a foreign address, the writer names that address once.
 */
export async function sendMessage(
  ctx: Ctx,
  { id: given, version, text, writing, fileIds, answersAt }: Answer,
): Promise<Result<Sent>> {
  const locked = await lockMine(ctx, given, version);
  if (!locked.ok) return locked;
  const row = locked.value;
  const { id } = row;
  if (text === '' && fileIds.length === 0) return fail('conversations.nothing_said');
  const draft = { entity: 'conversations', entityId: id, kind: 'reply' } as const;
  const files = await takeDraftFiles(ctx, draft, fileIds);
  if (!files.ok) return files;
  const to = await findAddressee(ctx, id);
  if (!to) return fail('conversations.cannot_answer');
  if (to.isToConfirm && answersAt !== to.recipient) {
    return fail('conversations.answers_elsewhere', { address: to.recipient });
  }
  const misfit = fileMisfit(to.channel, files.value);
  if (misfit) return fail(misfit.code, misfit.params);
  const queued = await queueAnswer(ctx, row, { to, text, files: files.value });
  if (!queued.ok) return queued;
  const messageId = queued.value;
  await keepWith(ctx, row, messageId, files.value);
  await endDraft(ctx, draft, writing);
  const changed = await change(ctx, row, {});
  await indexConversations(ctx, [id]);
  await tell(ctx, row, 'conversations.message_written', { staffId: me(ctx), messageId });
  return ok({ ...changed, messageId });
}

/** What went with a message is the person's, as what came is. */
async function keepWith(
  ctx: Ctx,
  { subscriberId }: Locked,
  messageId: number,
  files: readonly DraftFile[],
): Promise<void> {
  if (files.length === 0) return;
  const fileIds = files.map(({ id }) => id);
  await ctx.db
    .insertInto('messageFiles')
    .values(fileIds.map((fileId) => ({ messageId, fileId })))
    .execute();
  if (subscriberId !== null) await leaveFilesTo(ctx, fileIds, subscriberId);
}
