import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { emitMany } from '../../kernel/events/journal.ts';
import { messengers } from '../api/choices.ts';
import { pause } from '../receiving/pause.ts';
import { type AnyChannel, channelsOn } from '../settings/load-channel.ts';
import { KEY_KNOWN_MS, keyedKinds } from './known-keys.ts';
import { sendOne, type Leaving } from './send-one.ts';

/**
 * A message found in the middle of its sending after this time was left there by a crash: longer
 * than the longest delivery.
 */
const LONGEST_SENDING_MS = 300_000;

/** What one channel sends in one turn; the rest goes in the next. */
const AT_ONCE = 20;

/** How soon a channel is looked at again while another is still sending. */
const LOOK_EVERY_MS = 1000;

/**
 * Every second: sends what waits, each channel for itself. It lasts as long as one of them sends,
 * and those that are through begin anew meanwhile, so that one that hangs holds up none.
 */
export async function sendWaiting(ctx: Ctx, signal: AbortSignal): Promise<void> {
  const sending = new Map<number, Promise<void>>();
  do {
    await giveUpBrokenOff(ctx);
    for (const channel of await channelsOn(ctx)) {
      const { id } = channel;
      if (sending.has(id)) continue;
      const turn = sendBy(ctx, channel, signal)
        .catch((err: unknown) => ctx.log.error({ err, channelId: id }, 'a sending broke off'))
        .then(() => void sending.delete(id));
      sending.set(id, turn);
    }
    await allOrSoon([...sending.values()], signal);
  } while (sending.size > 0 && !signal.aborted);
  await Promise.all(sending.values());
}

/** Until all are through, or it is time to look again. */
async function allOrSoon(all: readonly Promise<void>[], signal: AbortSignal): Promise<void> {
  const through = new AbortController();
  const soon = pause(LOOK_EVERY_MS, AbortSignal.any([signal, through.signal]));
  await Promise.race([Promise.all(all), soon]);
  through.abort();
}

async function sendBy(ctx: Ctx, channel: AnyChannel, signal: AbortSignal): Promise<void> {
  for (let sent = 0; sent < AT_ONCE && !signal.aborted; sent += 1) {
    const next = await claim(ctx, channel);
    if (!next) return;
    const isWell = await sendOne(ctx, channel, next, signal);
    // What is wrong with the server is wrong for the next one too.
    if (!isWell) return;
  }
}

/**
 * Marks the next message as being sent, in a commit of its own: whatever happens after, it is not
 * sent again by itself. Of several workers one gets it. In a chat nothing overtakes what was said
 * before it and has not left yet; letters and calls stand each for itself.
 */
async function claim(ctx: Ctx, { id: channelId, kind }: AnyChannel): Promise<Leaving | undefined> {
  const now = ctx.clock.now();
  const isChat = messengers.includes(kind);
  // outgoing_messages_waiting (try_after, id) where state = 'waiting',
  // outgoing_messages_in_chat (channel_id, recipient, id)
  const { rows } = await sql<Leaving>`
    update outgoing_messages o
    set    state = 'sending', sending_at = ${now}, tries = o.tries + 1,
           unsure_since = coalesce(o.unsure_since, ${now})
    from  (select w.id, w.unsure_since from outgoing_messages w
           where  w.state = 'waiting' and w.try_after <= ${now} and w.channel_id = ${channelId}
           and    not (${isChat} and exists (
                    select from outgoing_messages e
                    where  e.channel_id = w.channel_id and e.recipient = w.recipient
                    and    e.state in ('waiting', 'sending') and e.id < w.id))
           order  by w.try_after, w.id limit 1 for update of w skip locked) n
    where  o.id = n.id
    returning o.id, o.channel_id, o.recipient, o.payload, o.external_id, o.tries, o.created_at,
              o.parts_sent, n.unsure_since`.execute(ctx.db);
  return rows[0];
}

type State = 'waiting' | 'sending' | 'sent' | 'failed' | 'unknown';

/**
 * Nobody knows whether these arrived. Where a key tells one message from another it is handed over
 * again; else a person is asked.
 */
async function giveUpBrokenOff(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now();
  const before = new Date(now.getTime() - LONGEST_SENDING_MS);
  const keyKnownFrom = new Date(now.getTime() - KEY_KNOWN_MS);
  await inTransaction(ctx, async (tx) => {
    // outgoing_messages_sending (sending_at) where state = 'sending'
    const { rows } = await sql<{ id: number; channelId: number; state: State }>`
      update outgoing_messages o
      set    state = case when c.kind = any(${[...keyedKinds]}) and o.unsure_since >= ${keyKnownFrom}
                          then 'waiting' else 'unknown' end,
             trouble = 'cut_off', error = null, sending_at = null, try_after = ${now}
      from   channels c
      where  o.state = 'sending' and o.sending_at <= ${before} and c.id = o.channel_id
      returning o.id, o.channel_id, o.state`.execute(tx.db);
    await emitMany(
      tx,
      rows
        .filter(({ state }) => state === 'unknown')
        .map(({ id, channelId }) => ({
          type: 'channels.message_unknown',
          subject: { kind: 'outgoing_message', id },
          facts: { channelId, trouble: 'cut_off' },
        })),
    );
  });
}
