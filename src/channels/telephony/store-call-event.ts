import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
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
  /** It is kept, and waits until the channel is on again. */
  isPaused?: boolean;
};

/**
 * Stores what an exchange told and understands it at once, each in a commit of its own: whatever
 * goes wrong with the second, the first is safe and is taken up again. Told again, it is counted.
 */
export async function storeCallEvent(ctx: Ctx, told: Told): Promise<void> {
  const now = ctx.clock.now();
  // raw_messages_channel_key_key
  const { rows } = await sql<{ id: number; isNew: boolean }>`
    insert into raw_messages (channel, channel_id, key, payload, sender, received_at, try_after)
    values ('call', ${told.channelId}, ${told.key}, ${JSON.stringify(told.payload)}, ${told.sender},
            ${now}, ${now})
    on conflict (channel, key) do update set repeats = raw_messages.repeats + 1
    returning id, repeats = 0 as is_new`.execute(ctx.db);
  const [row] = rows;
  // Whoever calls our door is let do nothing by it: the system understands what was told.
  const system = { ...ctx, actor: { kind: 'system', name: 'channels.telephony' } as const };
  if (row?.isNew && !told.isPaused) await takeUp(system, row.id);
}

/** A key of the words themselves: what is told again in the same words is the same. */
export function keyOfWords(channelId: number, words: unknown): string {
  const sum = createHash('sha256').update(JSON.stringify(words)).digest('hex');
  return `${channelId}:${sum}`;
}
