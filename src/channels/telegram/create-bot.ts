import type { Ctx } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import type { NewBot } from '../api/telegram.ts';
import { insertChannel, lockChannels } from '../settings/insert-channel.ts';
import { checkBot, isBotTaken } from './check-bot.ts';

/** Adds a bot; what waits for it at Telegram, a day at most, is taken in too. */
export async function createBot(
  ctx: Ctx,
  { name, ...given }: NewBot,
): Promise<Result<{ id: number; version: number }>> {
  const checked = checkBot(given, null);
  if (!checked.ok) return checked;
  const { settings, secrets } = checked.value;
  await lockChannels(ctx);
  if (await isBotTaken(ctx, settings)) return fail('channels.bot_taken');
  return insertChannel(ctx, { kind: 'telegram', name, settings, secrets });
}
