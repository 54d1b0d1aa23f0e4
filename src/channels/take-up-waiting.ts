import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { takeUp, takeUpTogether } from './take-up.ts';

const BATCH = 200;
/** What one sweep takes up at most; the rest is the next one's. */
const MOST_ROUNDS = 20;
/** So many are understood side by side, while one waits for the disk. */
const LANES = 3;
/**
 * So many share a commit where many wait: commits that tell screens come one after another, each
 * with its wait for the disk. A screen knows of the first some hundredths of a second later.
 */
const TOGETHER = 10;
/** How long what came for a paused channel is left alone; when it runs again, it is due at once. */
const PAUSED_SECONDS = 60;

type Waiting = { id: number; channelId: number | null; channel: string; sender: string };

/**
 * The sweep over what came by a messenger or was left by a crash or a failure. Each message stands
 * or falls alone; what one sender wrote is understood in its order. Of two workers that come to
 * one, the second finds it done.
 */
export async function takeUpWaiting(ctx: Ctx, signal: AbortSignal): Promise<void> {
  await putOffPaused(ctx);
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
    const bundles = bundlesOf(waiting);
    const work = async (): Promise<void> => {
      for (let ids = bundles.shift(); ids && !signal.aborted; ids = bundles.shift()) {
        await takeBundle(ctx, ids);
      }
    };
    await Promise.all(Array.from({ length: LANES }, work));
    if (signal.aborted || waiting.length < BATCH) return;
  }
}

/** Those of one sender stay together, in their order; those of few are not held up by others. */
function bundlesOf(waiting: readonly Waiting[]): number[][] {
  const most = waiting.length <= LANES * TOGETHER ? 1 : TOGETHER;
  const bySender = Map.groupBy(waiting, (one) => `${one.channel} ${one.channelId} ${one.sender}`);
  const bundles: number[][] = [];
  for (const those of bySender.values()) {
    const last = bundles.at(-1);
    const ids = those.map(({ id }) => id);
    if (last && last.length + ids.length <= most) last.push(...ids);
    else bundles.push(ids);
  }
  return bundles;
}

/** Where the transaction itself broke, each is tried by itself. */
async function takeBundle(ctx: Ctx, ids: readonly number[]): Promise<void> {
  const [only] = ids;
  if (ids.length === 1 && only !== undefined) return void (await takeUp(ctx, only));
  try {
    await takeUpTogether(ctx, ids);
  } catch (error) {
    ctx.log.warn({ err: error }, 'messages are understood one by one');
    for (const id of ids) await takeUp(ctx, id);
  }
}

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
