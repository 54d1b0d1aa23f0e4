import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { defineSlot } from '../../kernel/slots.ts';
import { NotGiven } from '../adapters/not-given.ts';
import { readRecording } from '../adapters/recordings.ts';
import { keepFetched } from '../receiving/keep-fetched.ts';
import { claimDue, putOff } from '../receiving/waiting-rows.ts';
import { findChannel } from '../settings/load-channel.ts';
import { audioType } from './audio-type.ts';
import type { RecordedCall } from './erase-recordings.ts';
import { recordingSource } from './recording-source.ts';

/** Who shows calls: what was said in one of them is here. */
export const recordingTakers = defineSlot<(ctx: Ctx, call: RecordedCall) => Promise<void>>(
  'channels.recordingTakers',
);

const TABLE = 'call_recordings';
/** What one sweep fetches of a channel at most, but for what others need longer for. */
const AT_ONCE = 5;
/** How soon a lane that has nothing looks again while others are at work. */
const LOOK_MS = 1000;
const DAY_SECONDS = 86_400;
/** Pauses before the second try, the third …; then daily, until it would not be kept any more. */
const retryDelaysSeconds: readonly number[] = [30, 120, 600, 3600, 14_400, 57_600];
/** While one is being fetched nobody else begins with it; a crash frees it after this. */
const CLAIMED_SECONDS = 600;

type Waiting = RecordedCall & { id: number; name: string; tries: number };

const columns = sql`id, channel_id, linked_id, name, tries`;

/**
 * Every few seconds: fetches what was said in calls that are over, each for itself. Every channel
 * has a lane of its own, and goes on while another's exchange does not answer.
 */
export async function fetchRecordings(ctx: Ctx, signal: AbortSignal): Promise<void> {
  const channelIds = await recordedChannels(ctx);
  let unfinished = channelIds.length;
  const over = new AbortController();
  const untilOver = AbortSignal.any([signal, over.signal]);
  const fetchOf = async (channelId: number): Promise<void> => {
    for (let fetched = 0; !signal.aborted; fetched += 1) {
      const isShare = fetched < AT_ONCE;
      if (fetched === AT_ONCE) unfinished -= 1;
      if (unfinished === 0) over.abort();
      if (!isShare && unfinished === 0) return;
      const next = await claimDue<Waiting>(ctx, TABLE, columns, CLAIMED_SECONDS, channelId);
      if (next) await fetchOne(ctx, next, signal);
      else if (isShare) fetched = AT_ONCE - 1;
      else await pause(LOOK_MS, undefined, { signal: untilOver }).catch(() => undefined);
    }
  };
  await Promise.all(channelIds.map(fetchOf));
}

async function recordedChannels(ctx: Ctx): Promise<number[]> {
  // Channels are few; call_recordings_call (channel_id, linked_id)
  const { rows } = await sql<{ id: number }>`
    select c.id from channels c
    where  c.state = 'on'
    and    exists (select from call_recordings r where r.channel_id = c.id)`.execute(ctx.db);
  return rows.map(({ id }) => id);
}

async function fetchOne(ctx: Ctx, one: Waiting, signal: AbortSignal): Promise<void> {
  try {
    const source = recordingSource(await findChannel(ctx, one.channelId));
    if (!source) throw new NotGiven('no_source');
    const bytes = await readRecording(source, one.name, signal);
    const contentType = audioType(bytes);
    if (contentType === null) throw new NotGiven('not_audio');
    const file = { table: TABLE, id: one.id, name: `call-${one.id}`, contentType } as const;
    await keepFetched(ctx, file, bytes, (tx, fileId) => bind(tx, one, fileId));
  } catch (error) {
    if (signal.aborted) return;
    const isFinal = error instanceof NotGiven;
    const trouble = isFinal ? error.message : 'not_given';
    // Its name, and the address that it is fetched from, may tell who called: neither is logged.
    ctx.log.warn({ recordingId: one.id, why: trouble }, 'a recording was not fetched');
    const delaySeconds = isFinal ? undefined : (retryDelaysSeconds[one.tries - 1] ?? DAY_SECONDS);
    await putOff(ctx, TABLE, one.id, { trouble, delaySeconds });
  }
}

async function bind(
  ctx: Ctx,
  { id, channelId, linkedId }: Waiting,
  fileId: number,
): Promise<boolean> {
  const wanted = await ctx.db
    .updateTable('callRecordings')
    .set({ state: 'fetched', trouble: null, fileId })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .returning('id')
    .executeTakeFirst();
  if (!wanted) return false;
  await recordingTakers.fills[0]?.piece(ctx, { channelId, linkedId });
  return true;
}
