import { Readable } from 'node:stream';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { eraseFile, storeFile } from '../../kernel/files/files.ts';
import { fileTakers } from '../incoming.ts';
import { type AnyChannel, findChannel } from '../settings/load-channel.ts';
import { NotGiven } from '../adapters/not-given.ts';
import { openIncoming } from './open-incoming.ts';

/** What one sweep fetches at most. */
const AT_ONCE = 20;
/** Pauses before the second try, the third …: an hour and a half, then it is given up. */
const retryDelaysSeconds = [15, 60, 300, 1200, 3600] as const;
/** While one is being fetched nobody else begins with it; a crash frees it after this. */
const CLAIMED_SECONDS = 300;
const MOST_BYTES = 20 * 1024 * 1024;

type Waiting = {
  id: number;
  rawMessageId: number;
  channelId: number;
  place: string;
  name: string;
  contentType: string;
  tries: number;
};

/**
 * Every second: fetches the files that messages named, each for itself, so that words are read
 * while a picture is still on its way.
 */
export async function fetchFiles(ctx: Ctx, signal: AbortSignal): Promise<void> {
  for (let fetched = 0; fetched < AT_ONCE && !signal.aborted; fetched += 1) {
    const next = await claim(ctx);
    if (!next) return;
    await fetchOne(ctx, next, signal);
  }
}

async function claim(ctx: Ctx): Promise<Waiting | undefined> {
  const now = ctx.clock.now();
  // incoming_files_waiting (try_after, id) where state = 'waiting'
  const { rows } = await sql<Waiting>`
    update incoming_files
    set    tries = tries + 1,
           try_after = ${now}::timestamptz + ${CLAIMED_SECONDS} * interval '1 second'
    where  id = (select f.id from incoming_files f
                 join   channels c on c.id = f.channel_id and c.state = 'on'
                 where  f.state = 'waiting' and f.try_after <= ${now}
                 order  by f.try_after, f.id limit 1 for update of f skip locked)
    returning id, raw_message_id, channel_id, place, name, content_type, tries`.execute(ctx.db);
  return rows[0];
}

async function fetchOne(ctx: Ctx, file: Waiting, signal: AbortSignal): Promise<void> {
  try {
    const channel = await findChannel(ctx, file.channelId);
    if (!channel) throw new NotGiven('gone');
    const bytes = await read(channel, file.place, signal);
    await inTransaction(ctx, (tx) => keep(tx, file, bytes));
  } catch (error) {
    if (signal.aborted) return;
    const why = error instanceof NotGiven ? error.message : 'not_given';
    // The address that it was fetched from may hold a secret: no error is written down.
    ctx.log.warn({ incomingFileId: file.id, why }, 'a file was not fetched');
    await noteFailure(ctx, file, error instanceof NotGiven ? undefined : file.tries, why);
  }
}

async function read(channel: AnyChannel, place: string, signal: AbortSignal): Promise<Buffer> {
  const response = await openIncoming(channel, place, signal);
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of response.body ?? []) {
    sizeBytes += chunk.length;
    if (sizeBytes > MOST_BYTES) throw new NotGiven('too_large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Only what is still wanted: the person may have been forgotten meanwhile. */
async function keep(ctx: Ctx, file: Waiting, bytes: Buffer): Promise<void> {
  const wanted = await ctx.db
    .updateTable('incomingFiles')
    .set({ state: 'fetched', trouble: null })
    .where('id', '=', file.id)
    .where('state', '=', 'waiting')
    .returning(['name', 'contentType'])
    .executeTakeFirst();
  if (!wanted) return;
  const stored = await storeFile(ctx, { ...wanted, stream: Readable.from([bytes]) });
  const taken = { rawMessageId: file.rawMessageId, fileId: stored.id };
  const isTaken = await fileTakers.fills[0]?.piece(ctx, taken);
  if (!isTaken) await eraseFile(ctx, stored.id);
}

async function noteFailure(
  ctx: Ctx,
  { id }: Waiting,
  tries: number | undefined,
  trouble: string,
): Promise<void> {
  const delaySeconds = tries === undefined ? undefined : retryDelaysSeconds[tries - 1];
  const tryAfter = new Date(ctx.clock.now().getTime() + (delaySeconds ?? 0) * 1000);
  await ctx.db
    .updateTable('incomingFiles')
    .set({ state: delaySeconds === undefined ? 'failed' : 'waiting', trouble, tryAfter })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
}
