import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { emit } from '../../kernel/events/journal.ts';
import { deliver, type Delivery } from '../adapters/smtp.ts';
import { type Mailbox, smtpAccess } from '../mailboxes/load-mailbox.ts';
import { noteTrouble, noteWell } from '../mailboxes/note-health.ts';
import { composeEmail } from './compose-email.ts';
import type { OutgoingPayload } from './queue-message.ts';

export type Leaving = {
  id: number;
  channelId: number;
  recipient: string;
  payload: OutgoingPayload;
  externalId: string;
  tries: number;
};

/** Pauses before the second try, the third …: about eight hours, then it has failed. */
const retryDelaysSeconds = [30, 60, 120, 300, 900, 1800, 3600, 7200, 14_400] as const;

/** Troubles of the server and not of the letter. */
const ofServer: ReadonlySet<string> = new Set([
  'unreachable',
  'no_answer',
  'certificate',
  'no_encryption',
  'wrong_password',
  'password_lost',
]);

/**
 * Sends one message that is marked as being sent, and notes what came of it.
 * @returns whether the server is well, so that the next one may be tried
 */
export async function sendOne(
  ctx: Ctx,
  mailbox: Mailbox,
  message: Leaving,
  signal: AbortSignal,
): Promise<boolean> {
  const delivery = await handOver(ctx, mailbox, message, signal);
  await inTransaction(ctx, (tx) => note(tx, message, delivery));
  if (delivery.outcome === 'sent') {
    await noteWell(ctx, mailbox.id, 'smtp');
    return true;
  }
  // The server's words may name whom it was for; they stand with the message and not in the log.
  const { outcome, trouble } = delivery;
  ctx.log.warn({ outgoingMessageId: message.id, outcome, trouble }, 'a message did not leave');
  if (!ofServer.has(delivery.trouble)) return true;
  await noteTrouble(ctx, mailbox.id, 'smtp', delivery);
  return false;
}

async function handOver(
  ctx: Ctx,
  { settings, passwords }: Mailbox,
  message: Leaving,
  signal: AbortSignal,
): Promise<Delivery> {
  if (!passwords) return { outcome: 'later', trouble: 'password_lost', words: '' };
  const bytes = await composeEmail(settings, message, ctx.clock.now());
  const letter = { from: settings.fromAddress, to: message.recipient, bytes };
  return deliver(smtpAccess(settings, passwords), letter, signal);
}

/** Only what is still being sent: it may have been found too late, and given up, meanwhile. */
async function note(ctx: Ctx, { id, channelId, tries }: Leaving, delivery: Delivery) {
  const now = ctx.clock.now();
  const after = stateAfter(delivery, tries, now);
  const { numUpdatedRows } = await ctx.db
    .updateTable('outgoingMessages')
    .set({ ...after, sendingAt: null })
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .where('erasedAt', 'is', null)
    .executeTakeFirst();
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

function stateAfter(delivery: Delivery, tries: number, now: Date) {
  if (delivery.outcome === 'sent') {
    return { state: 'sent' as const, trouble: null, error: null, sentAt: now };
  }
  const { outcome, trouble, words } = delivery;
  if (outcome === 'unknown') return { state: 'unknown' as const, trouble, error: words };
  const delaySeconds = outcome === 'refused' ? undefined : retryDelaysSeconds[tries - 1];
  if (delaySeconds === undefined) return { state: 'failed' as const, trouble, error: words };
  const tryAfter = new Date(now.getTime() + delaySeconds * 1000);
  return { state: 'waiting' as const, trouble, error: words, tryAfter };
}
