import type { Ctx } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import type { NewBot } from '../api/telegram.ts';
import { lockOfKind } from '../settings/lock-channel.ts';
import { updateChannel } from '../settings/update-channel.ts';
import { checkBot, isBotTaken } from './check-bot.ts';

/** Changes a bot. Updates of another bot are counted from their own beginning. */
export async function changeBot(
  ctx: Ctx,
  { id, version, name, ...given }: NewBot & { id: number; version: number },
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockOfKind(ctx, 'telegram', { id, version });
  if (!locked.ok) return locked;
  const before = locked.value;
  const checked = checkBot(given, before);
  if (!checked.ok) return checked;
  const { settings, secrets } = checked.value;
  if (await isBotTaken(ctx, settings, id)) return fail('channels.bot_taken');
  const { botId, apiUrl } = before.settings;
  const isSameBot = settings.botId === botId && settings.apiUrl === apiUrl;
  const place = isSameBot ? before.place : {};
  return updateChannel(ctx, before, { name, settings, secrets, place }, Boolean(given.token));
}
