import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { swift } from '../kernel/db/swift.ts';
import { takeUp } from './take-up.ts';

const BATCH = 200;
/** What one sweep takes up at most; the rest is the next one's. */
const MOST_ROUNDS = 20;
/** So many senders are understood side by side: while one waits for the disk, another goes on. */
const LANES = 3;
/** How long what came for a paused channel is left alone; when it runs again, it is due at once. */
const PAUSED_SECONDS = 60;

type Waiting = { id: number; channelId: number | null; channel: string; sender: string };

/**
 * The sweep over what came by a messenger or was left by a crash or a failure. Each message stands
 * or falls alone, in a transaction of its own, so that screens know of each at once; what one
 * sender wrote is understood in its order. Of two workers that come to one, the second finds it
 * done.
 */
export async function takeUpWaiting(ctx: Ctx, signal: AbortSignal): Promise<void> {
  await putOffPaused(ctx);
  const ofMessages = swift(ctx);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    // raw_messages_waiting (try_after, id)
    const waiting = await ctx.db
      .selectFrom('rawMessages')
      .select(['id', 'channelId', 'channel', 'sender'])
      .where('state', '=', 'waiting')
      .where('tryAfter', '<=', ctx.clock.now())
      .orderBy('tryAfter')
      .orderBy('id')
      .limit(BATCH)
      .execute();
    const senders = bySender(waiting);
    const work = async (): Promise<void> => {
      for (let those = senders.shift(); those; those = senders.shift()) {
        for (const { id } of those) {
          if (signal.aborted) return;
          await takeUp(ofMessages, id, { isSwept: true });
        }
      }
    };
    await Promise.all(Array.from({ length: LANES }, work));
    if (signal.aborted || waiting.length < BATCH) return;
  }
}

const bySender = (waiting: readonly Waiting[]): Waiting[][] => [
  ...Map.groupBy(waiting, (one) => `${one.channel} ${one.channelId} ${one.sender}`).values(),
];

/** What a messenger brings for a paused channel is stored and waits. */
async function putOffPaused(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now();
  // raw_messages_waiting (try_after, id)
  await sql`
    update raw_messages
    set    try_after = ${now}::timestamptz + ${PAUSED_SECONDS} * interval '1 second'
    where  state = 'waiting' and try_after <= ${now}
    and    channel_id in (select id from channels where state = 'paused')`.execute(ctx.db);
}
