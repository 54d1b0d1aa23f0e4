import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { unstorableIn } from '../../kernel/http/unstorable.ts';
import { kept } from '../receiving/store-updates.ts';
import { takeUp } from '../take-up.ts';

/** What an exchange told, as it told it; how it is read depends on the kind of its channel. */
export type CallPayload = Readonly<Record<string, unknown>>;

type Told = {
  channelId: number;
  /** What makes it the same when it is told again. */
  key: string;
  payload: CallPayload;
  /** A phone of somebody outside, where it names one: by it an erasure finds what is kept. */
  sender: string;
  unreadable?: never;
  /** It is kept, and waits until the channel is on again. */
  isPaused?: boolean;
};

/**
 * Stores what an exchange told and understands it at once, each in a commit of its own: whatever
 * goes wrong with the second, the first is safe and is taken up again. Told again, it is counted.
 * What the base cannot hold as it is is kept as bytes, and set aside at once.
 */
export async function storeCallEvent(ctx: Ctx, told: Told): Promise<void> {
  const now = ctx.clock.now();
  const isUnstorable = unstorableIn({ payload: told.payload }) !== null;
  const {
    payload,
    sender,
    unreadable = null,
  } = isUnstorable ? kept(Buffer.from(JSON.stringify(told.payload)), 'unstorable') : told;
  // raw_messages_channel_key_key
  const { rows } = await sql<{ id: number; isNew: boolean }>`
    insert into raw_messages
      (channel, channel_id, key, payload, sender, received_at, try_after, state, error)
    values ('call', ${told.channelId}, ${told.key}, ${JSON.stringify(payload)}, ${sender},
            ${now}, ${now}, ${unreadable === null ? 'waiting' : 'quarantined'}, ${unreadable})
    on conflict (channel, key) do update set repeats = raw_messages.repeats + 1
    returning id, repeats = 0 as is_new`.execute(ctx.db);
  const [row] = rows;
  if (row?.isNew && unreadable !== null) {
    const subject = { kind: 'raw_message', id: row.id };
    await emit(ctx, { type: 'channels.message_quarantined', subject });
    return;
  }
  // Whoever calls our door is let do nothing by it: the system understands what was told.
  const system = { ...ctx, actor: { kind: 'system', name: 'channels.telephony' } as const };
  if (row?.isNew && !told.isPaused) await takeUp(system, row.id);
}

/** A key of the words themselves: what is told again in the same words is the same. */
export function keyOfWords(channelId: number, words: unknown): string {
  const sum = createHash('sha256').update(JSON.stringify(words)).digest('hex');
  return `${channelId}:${sum}`;
}
