import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import {
  askCalls,
  askUpdates,
  type BotAccess,
  endCalls,
  startCalls,
  telegramTrouble,
} from '../adapters/telegram.ts';
import type { Troubled } from '../adapters/trouble.ts';
import { keepReading } from '../receiving/keep-reading.ts';
import { pause } from '../receiving/pause.ts';
import { storeUpdates, type Update } from '../receiving/store-updates.ts';
import { watchChannels } from '../receiving/watch-channels.ts';
import { type Bot, botAccess, findOfKind } from '../settings/load-channel.ts';
import { noteTrouble, noteWell } from '../settings/note-health.ts';
import { noteLook } from '../settings/note-look.ts';
import { readPolled } from './read-polled.ts';

/** A server that does not hold our question open is not asked without end. */
const LEAST_PAUSE_MS = 1000;
/** How often Telegram is asked whether its calls reach us. */
const LOOK_AGAIN_MS = 60_000;

const watchBot = (ctx: Ctx, bot: Bot) =>
  keepReading(ctx, bot, {
    side: 'api',
    troubleOf: telegramTrouble,
    read: (signal, onWell) => readOn(ctx, bot, signal, onWell),
  });

/** Asks for every bot's news, or sees to it that Telegram brings them. */
export const watchBots = watchChannels('channels.bots', { kind: 'telegram', watchOne: watchBot });

async function readOn(ctx: Ctx, bot: Bot, signal: AbortSignal, onWell: () => void): Promise<void> {
  if (!bot.secrets) throw new Error('the token is lost');
  const access = botAccess(bot.settings, bot.secrets);
  if (bot.settings.receiving === 'webhook') {
    const url = `${bot.settings.publicUrl}/hooks/telegram/${bot.id}`;
    await startCalls(access, url, bot.secrets.hook);
    await lookAfterCalls(ctx, bot, access, { signal, onWell });
    return;
  }
  // While Telegram calls somebody, it answers nobody who asks.
  await endCalls(access);
  while (!signal.aborted) {
    const isOurs = await askOnce(ctx, bot, access, signal);
    if (!isOurs) return;
    onWell();
  }
}

/**
 * Asks once and stores what came; the place moves behind it in the same commit.
 * @returns false where somebody has changed the channel meanwhile: this watch is about to end
 */
async function askOnce(
  ctx: Ctx,
  bot: Bot,
  access: BotAccess,
  signal: AbortSignal,
): Promise<boolean> {
  const now = await findOfKind(ctx, 'telegram', bot.id);
  if (!now || now.version !== bot.version) {
    await pause(LEAST_PAUSE_MS, signal);
    return false;
  }
  const { offset = 0 } = now.place;
  const updates = await askUpdates(access, offset, signal);
  await noteWell(ctx, bot.id, 'api');
  // What it has answered is stored in a moment; what is behind a full answer comes with the next.
  await noteLook(ctx, bot.id, updates.length);
  // A server that answers with what we have already is not asked without end either.
  const fresh = updates.length === 0 ? 0 : await keep(ctx, bot, updates.map(readPolled), offset);
  if (fresh === 0) await pause(LEAST_PAUSE_MS, signal);
  return true;
}

/**
 * After a week without news Telegram counts on from any number, a lower one too: the place is
 * behind what came last, wherever that is.
 * @returns how many had not come before
 */
function keep(
  ctx: Ctx,
  { id, version }: Bot,
  updates: readonly (Update & { next: number })[],
  offset: number,
): Promise<number> {
  const place = { offset: updates.findLast(({ next }) => next > 0)?.next ?? offset };
  return inTransaction(ctx, async (tx) => {
    const fresh = await storeUpdates(tx, { kind: 'telegram', channelId: id }, updates);
    await tx.db
      .updateTable('channels')
      .set({ place: JSON.stringify(place), lastInAt: tx.clock.now() })
      .where('id', '=', id)
      .where('version', '=', version)
      .execute();
    return fresh;
  });
}

/** What Telegram says of its calls is what is wrong with our address, seen from outside. */
async function lookAfterCalls(
  ctx: Ctx,
  { id }: Bot,
  access: BotAccess,
  { signal, onWell }: { signal: AbortSignal; onWell: () => void },
): Promise<void> {
  while (!signal.aborted) {
    const { pending_update_count: waiting, last_error_message: words } = await askCalls(access);
    onWell();
    await noteLook(ctx, id, waiting);
    const isCalled = words === undefined || waiting === 0;
    const uncalled: Troubled = { trouble: 'not_called', words: words ?? '' };
    await (isCalled ? noteWell(ctx, id, 'api') : noteTrouble(ctx, id, 'api', uncalled));
    await pause(LOOK_AGAIN_MS, signal);
  }
}
