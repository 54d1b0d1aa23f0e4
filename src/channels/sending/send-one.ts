import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { emit } from '../../kernel/events/journal.ts';
import type { Delivery } from '../adapters/delivery.ts';
import type { AnyChannel } from '../settings/load-channel.ts';
import { noteTrouble, noteWell } from '../settings/note-health.ts';
import { handToServer } from './hand-to-server.ts';
import { mayRepeat } from './known-keys.ts';

export type Leaving = {
  id: number;
  channelId: number;
  recipient: string;
  payload: unknown;
  externalId: string;
  tries: number;
  createdAt: Date;
  /** How many of its parts have left for certain. */
  partsSent: number;
  /** Since when it may have been taken: from a try before this one that broke off. */
  unsureSince: Date | null;
};

/** Pauses before the second try, the third …: about eight hours, then it has failed. */
const retryDelaysSeconds = [30, 60, 120, 300, 900, 1800, 3600, 7200, 14_400] as const;

/** Asked to wait for longer, a server is asked again all the same. */
const LONGEST_WAIT_SECONDS = 3600;
/** When a message is older than this, being asked to wait uses up a try of it. */
const WAITED_FOR_MS = 86_400_000;

/** Troubles of the server and not of the letter. */
const ofServer: ReadonlySet<string> = new Set([
  'unreachable',
  'no_answer',
  'certificate',
  'no_encryption',
  'wrong_password',
  'password_lost',
  'wrong_token',
  'too_fast',
]);

/**
 * Sends one message that is marked as being sent, and notes what came of it.
 * @returns whether the server is well, so that the next one may be tried
 */
export async function sendOne(
  ctx: Ctx,
  channel: AnyChannel,
  message: Leaving,
  signal: AbortSignal,
): Promise<boolean> {
  const { unsureSince } = message;
  const isTooLate = unsureSince && !mayRepeat(channel.kind, unsureSince, ctx.clock.now());
  const delivery: Delivery = isTooLate
    ? { outcome: 'unknown', trouble: 'cut_off', words: '' }
    : await handToServer(ctx, channel, message, signal);
  await inTransaction(ctx, (tx) => note(tx, channel, message, delivery));
  const side = channel.kind === 'email' ? 'smtp' : 'api';
  if (delivery.outcome === 'sent') {
    await noteWell(ctx, channel.id, side);
    return true;
  }
  // The server's words may name whom it was for; they stand with the message and not in the log.
  const { outcome, trouble } = delivery;
  ctx.log.warn({ outgoingMessageId: message.id, outcome, trouble }, 'a message did not leave');
  if (!ofServer.has(delivery.trouble)) return true;
  await noteTrouble(ctx, channel.id, side, delivery);
  return false;
}

/** Only what is still being sent: it may have been found too late, and given up, meanwhile. */
async function note(ctx: Ctx, { kind }: AnyChannel, message: Leaving, given: Delivery) {
  const delivery = withBoundedWait(given);
  const { id, channelId } = message;
  const now = ctx.clock.now();
  const mayGoAgain = mayRepeat(kind, message.unsureSince ?? now, now);
  const after = stateAfter(delivery, message, { now, mayGoAgain });
  const { numUpdatedRows } = await ctx.db
    .updateTable('outgoingMessages')
    .set({ ...after, sendingAt: null })
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .where('erasedAt', 'is', null)
    .executeTakeFirst();
  if (delivery.outcome === 'later' && delivery.waitSeconds !== undefined) {
    await putOff(ctx, channelId, delivery.waitSeconds);
  }
  if (numUpdatedRows === 0n || after.state === 'waiting') return;
  if (after.state === 'sent') {
    await ctx.db
      .updateTable('channels')
      .set({ lastOutAt: now })
      .where('id', '=', channelId)
      .execute();
  }
  await emit(ctx, {
    type: `channels.message_${after.state}`,
    subject: { kind: 'outgoing_message', id },
    facts: { channelId, trouble: after.trouble },
  });
}

function withBoundedWait(delivery: Delivery): Delivery {
  if (delivery.outcome !== 'later' || delivery.waitSeconds === undefined) return delivery;
  return { ...delivery, waitSeconds: Math.min(delivery.waitSeconds, LONGEST_WAIT_SECONDS) };
}

type At = { now: Date; mayGoAgain: boolean };

function stateAfter(delivery: Delivery, message: Leaving, { now, mayGoAgain }: At) {
  const { tries, unsureSince, createdAt } = message;
  if (delivery.outcome === 'sent') {
    const { providerId = '' } = delivery;
    return { state: 'sent' as const, trouble: null, error: null, sentAt: now, providerId };
  }
  const { outcome, trouble, words, waitSeconds } = delivery;
  // A try before may have been taken, whatever became of this one.
  const isUnsure = outcome === 'unknown' || (outcome === 'refused' && unsureSince !== null);
  // We were asked to wait: that says nothing of the message, and is no try of it, for a day.
  const isPatient = now.getTime() - createdAt.getTime() < WAITED_FOR_MS;
  if (outcome === 'later' && waitSeconds !== undefined && isPatient) {
    const tryAfter = later(now, waitSeconds);
    const again = { tryAfter, tries: tries - 1, unsureSince };
    return { state: 'waiting' as const, trouble, error: words, ...again };
  }
  const delaySeconds = outcome === 'refused' ? undefined : retryDelaysSeconds[tries - 1];
  if (isUnsure && !(mayGoAgain && delaySeconds !== undefined)) {
    return { state: 'unknown' as const, trouble, error: words };
  }
  if (delaySeconds === undefined) return { state: 'failed' as const, trouble, error: words };
  const tryAfter = later(now, delaySeconds);
  // What certainly was not taken is as sure as it was before this try.
  const since = outcome === 'later' ? { unsureSince } : {};
  return { state: 'waiting' as const, trouble, error: words, tryAfter, ...since };
}

const later = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1000);

/** Who asks us to wait means the whole channel. */
async function putOff(ctx: Ctx, channelId: number, seconds: number): Promise<void> {
  const until = later(ctx.clock.now(), seconds);
  // outgoing_messages_stuck (channel_id)
  await ctx.db
    .updateTable('outgoingMessages')
    .set({ tryAfter: until })
    .where('channelId', '=', channelId)
    .where('state', '=', 'waiting')
    .where('tryAfter', '<', until)
    .execute();
}
