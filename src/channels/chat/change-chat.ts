import type { Ctx } from '../../kernel/context.ts';
import type { Result } from '../../kernel/result.ts';
import type { NewChat } from '../api/chat.ts';
import { lockOfKind } from '../settings/lock-channel.ts';
import { updateChannel } from '../settings/update-channel.ts';

/** Changes the words of a chat window; what visitors have said stays. */
export async function changeChat(
  ctx: Ctx,
  { id, version, name, ...settings }: NewChat & { id: number; version: number },
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockOfKind(ctx, 'chat', { id, version });
  if (!locked.ok) return locked;
  return updateChannel(ctx, locked.value, { name, settings, secrets: {}, place: {} }, false);
}
