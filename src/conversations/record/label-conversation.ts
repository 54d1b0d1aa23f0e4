import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { setLabels, type LabelChange } from '../../work/index.ts';
import { tell } from './change.ts';
import { lockConversation } from './lock-conversation.ts';

/**
 * Puts labels on a conversation and takes others off. Anybody who can see it may: it changes
 * nothing that somebody else is about to do, so the version stays.
 */
export async function labelConversation(
  ctx: Ctx,
  { id: given, add, remove }: LabelChange & { id: number },
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockConversation(ctx, given, 'conversations.work');
  if (!locked.ok) return locked;
  const { id } = locked.value;
  const changed = await setLabels(ctx, { entity: 'conversations', id }, { add, remove });
  if (!changed.ok) return changed;
  const { added, removed } = changed.value;
  if (added.length + removed.length > 0) {
    await tell(ctx, locked.value, 'conversations.labelled', { added, removed });
  }
  return ok({ id, version: locked.value.version });
}
