import type { Ctx } from '../../kernel/context.ts';
import type { Result } from '../../kernel/result.ts';
import type { NewChat } from '../api/chat.ts';
import { insertChannel, lockChannels } from '../settings/insert-channel.ts';

/** Adds a chat window; it speaks from when its line stands on the site. */
export async function createChat(
  ctx: Ctx,
  { name, ...settings }: NewChat,
): Promise<Result<{ id: number; version: number }>> {
  await lockChannels(ctx);
  return insertChannel(ctx, { kind: 'chat', name, settings, secrets: {} });
}
