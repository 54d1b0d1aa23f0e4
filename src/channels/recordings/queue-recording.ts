import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { findChannel } from '../settings/load-channel.ts';
import { recordingSource } from './recording-source.ts';

/** An exchange goes on writing for a moment after the call. */
const SETTLED_MS = 10_000;

/**
 * Notes that what was said in a call that is over, or in a part of it, is to be fetched, where its
 * channel says from where. Told again it changes nothing; of a call of which something was erased
 * nothing more is kept.
 */
export async function queueRecording(
  ctx: Ctx,
  { channelId, linkedId, name }: { channelId: number; linkedId: string; name: string },
): Promise<void> {
  const channel = await findChannel(ctx, channelId);
  if (recordingSource(channel) === null) return;
  const now = ctx.clock.now();
  const tryAfter = new Date(now.getTime() + SETTLED_MS);
  // call_recordings_call (channel_id, linked_id), call_recordings_named
  await sql`
    insert into call_recordings (channel_id, linked_id, name, try_after, created_at)
    select ${channelId}, ${linkedId}, ${name}, ${tryAfter}, ${now}
    where  not exists (select from call_recordings
                       where  channel_id = ${channelId} and linked_id = ${linkedId}
                       and    state = 'erased')
    on conflict do nothing`.execute(ctx.db);
}
