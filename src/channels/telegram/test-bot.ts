import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { askMe, telegramTrouble } from '../adapters/telegram.ts';
import type { Trouble } from '../api/choices.ts';
import type { NewBot } from '../api/telegram.ts';
import { botAccess, findOfKind } from '../settings/load-channel.ts';
import { checkBot } from './check-bot.ts';

type Tried = { trouble: Trouble | null; words: string; botName: string };

/** Asks Telegram who the bot is, with what is in the form and not yet kept. */
export async function testBot(
  ctx: Ctx,
  { id, ...given }: Omit<NewBot, 'name'> & { id?: number | undefined },
): Promise<Result<Tried>> {
  const kept = id === undefined ? null : await findOfKind(ctx, 'telegram', id);
  if (id !== undefined && !kept) return fail('channels.not_found');
  const checked = checkBot(given, kept);
  if (!checked.ok) return checked;
  const { settings, secrets } = checked.value;
  try {
    const { username } = await askMe(botAccess(settings, secrets));
    return ok({ trouble: null, words: '', botName: username === '' ? '' : `@${username}` });
  } catch (error) {
    return ok({ ...telegramTrouble(error), botName: '' });
  }
}
