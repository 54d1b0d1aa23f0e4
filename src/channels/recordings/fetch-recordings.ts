import { Readable } from 'node:stream';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { eraseFile, storeFile } from '../../kernel/files/files.ts';
import { defineSlot } from '../../kernel/slots.ts';
import { NotGiven } from '../adapters/not-given.ts';
import { readRecording } from '../adapters/recordings.ts';
import { findChannel } from '../settings/load-channel.ts';
import { audioType } from './audio-type.ts';
import type { RecordedCall } from './erase-recordings.ts';
import { recordingSource } from './recording-source.ts';

/** Who shows calls: what was said in one of them is here. */
export const recordingTakers = defineSlot<(ctx: Ctx, call: RecordedCall) => Promise<void>>(
  'channels.recordingTakers',
);

/** What one sweep fetches at most. */
const AT_ONCE = 5;
const DAY_SECONDS = 86_400;
/** Pauses before the second try, the third …; then daily: an exchange may be away for days. */
const retryDelaysSeconds: readonly number[] = [
  30,
  120,
  600,
  3600,
  14_400,
  57_600,
  ...Array.from({ length: 14 }, () => DAY_SECONDS),
];
/** While one is being fetched nobody else begins with it; a crash frees it after this. */
const CLAIMED_SECONDS = 600;

type Waiting = RecordedCall & { id: number; name: string; tries: number };

/** Every few seconds: fetches what was said in calls that are over, each for itself. */
export async function fetchRecordings(ctx: Ctx, signal: AbortSignal): Promise<void> {
  for (let fetched = 0; fetched < AT_ONCE && !signal.aborted; fetched += 1) {
    const next = await claim(ctx);
    if (!next) return;
    await fetchOne(ctx, next, signal);
  }
}

async function claim(ctx: Ctx): Promise<Waiting | undefined> {
  const now = ctx.clock.now();
  // call_recordings_waiting (try_after, id) where state = 'waiting'
  const { rows } = await sql<Waiting>`
    update call_recordings
    set    tries = tries + 1,
           try_after = ${now}::timestamptz + ${CLAIMED_SECONDS} * interval '1 second'
    where  id = (select r.id from call_recordings r
                 join   channels c on c.id = r.channel_id and c.state = 'on'
                 where  r.state = 'waiting' and r.try_after <= ${now}
                 order  by r.try_after, r.id limit 1 for update of r skip locked)
    returning id, channel_id, linked_id, name, tries`.execute(ctx.db);
  return rows[0];
}

async function fetchOne(ctx: Ctx, one: Waiting, signal: AbortSignal): Promise<void> {
  try {
    const source = recordingSource(await findChannel(ctx, one.channelId));
    if (!source) throw new NotGiven('no_source');
    const bytes = await readRecording(source, one.name, signal);
    const contentType = audioType(bytes);
    if (contentType === null) throw new NotGiven('not_audio');
    await keep(ctx, one, { bytes, contentType });
  } catch (error) {
    if (signal.aborted) return;
    const isFinal = error instanceof NotGiven;
    const why = isFinal ? error.message : 'not_given';
    // Its name, and the address that it is fetched from, may tell who called: neither is logged.
    ctx.log.warn({ recordingId: one.id, why }, 'a recording was not fetched');
    await noteFailure(ctx, one, isFinal ? undefined : retryDelaysSeconds[one.tries - 1], why);
  }
}

/**
 * The bytes are stored first: a transaction that lasted as long would hold up the readers of the
 * journal. What then came to nothing is erased.
 */
async function keep(
  ctx: Ctx,
  one: Waiting,
  { bytes, contentType }: { bytes: Buffer; contentType: string },
): Promise<void> {
  const name = `call-${one.id}`;
  const stored = await storeFile(ctx, { name, contentType, stream: Readable.from([bytes]) });
  try {
    await inTransaction(ctx, (tx) => bind(tx, one, stored.id));
  } finally {
    // call_recordings_file_id_key
    const bound = await ctx.db
      .selectFrom('callRecordings')
      .select('id')
      .where('fileId', '=', stored.id)
      .executeTakeFirst();
    if (!bound) await eraseFile(ctx, stored.id);
  }
}

/** Only what is still wanted: the person may have been forgotten meanwhile. */
async function bind(ctx: Ctx, { id, channelId, linkedId }: Waiting, fileId: number): Promise<void> {
  const wanted = await ctx.db
    .selectFrom('callRecordings')
    .select('id')
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .forUpdate()
    .executeTakeFirst();
  if (!wanted) return;
  await ctx.db
    .updateTable('callRecordings')
    .set({ state: 'fetched', trouble: null, fileId })
    .where('id', '=', id)
    .execute();
  await recordingTakers.fills[0]?.piece(ctx, { channelId, linkedId });
}

async function noteFailure(
  ctx: Ctx,
  { id }: Waiting,
  delaySeconds: number | undefined,
  trouble: string,
): Promise<void> {
  const tryAfter = new Date(ctx.clock.now().getTime() + (delaySeconds ?? 0) * 1000);
  await ctx.db
    .updateTable('callRecordings')
    .set({ state: delaySeconds === undefined ? 'failed' : 'waiting', trouble, tryAfter })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
}
