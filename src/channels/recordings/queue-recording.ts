import type { Ctx } from '../../kernel/context.ts';
import { findChannel } from '../settings/load-channel.ts';
import { recordingSource } from './recording-source.ts';

/** An exchange goes on writing for a moment after the call. */
const SETTLED_MS = 10_000;

/**
 * Notes that what was said in a call that is over is to be fetched, where its channel says from
 * where. Told again it changes nothing.
 */
export async function queueRecording(
  ctx: Ctx,
  { channelId, linkedId, name }: { channelId: number; linkedId: string; name: string },
): Promise<void> {
  const channel = await findChannel(ctx, channelId);
  if (recordingSource(channel) === null) return;
  const now = ctx.clock.now();
  await ctx.db
    .insertInto('callRecordings')
    .values({
      channelId,
      linkedId,
      name,
      tryAfter: new Date(now.getTime() + SETTLED_MS),
      createdAt: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
