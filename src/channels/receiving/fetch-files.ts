import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { NotGiven } from '../adapters/not-given.ts';
import { readWithin } from '../adapters/read-within.ts';
import { fileTakers } from '../incoming.ts';
import { findChannel } from '../settings/load-channel.ts';
import { keepFetched } from './keep-fetched.ts';
import { openIncoming } from './open-incoming.ts';
import { claimDue, putOff } from './waiting-rows.ts';

const TABLE = 'incoming_files';

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

const columns = sql`id, raw_message_id, channel_id, place, name, content_type, tries`;

/**
 * Every second: fetches the files that messages named, each for itself, so that words are read
 * while a picture is still on its way.
 */
export async function fetchFiles(ctx: Ctx, signal: AbortSignal): Promise<void> {
  for (let fetched = 0; fetched < AT_ONCE && !signal.aborted; fetched += 1) {
    const next = await claimDue<Waiting>(ctx, TABLE, columns, CLAIMED_SECONDS);
    if (!next) return;
    await fetchOne(ctx, next, signal);
  }
}

async function fetchOne(ctx: Ctx, file: Waiting, signal: AbortSignal): Promise<void> {
  try {
    const channel = await findChannel(ctx, file.channelId);
    if (!channel) throw new NotGiven('gone');
    const bytes = await readWithin(await openIncoming(channel, file.place, signal), MOST_BYTES);
    await keep(ctx, file, bytes);
  } catch (error) {
    if (signal.aborted) return;
    const isFinal = error instanceof NotGiven;
    const trouble = isFinal ? error.message : 'not_given';
    // The address that it was fetched from may hold a secret: no error is written down.
    ctx.log.warn({ incomingFileId: file.id, why: trouble }, 'a file was not fetched');
    const delaySeconds = isFinal ? undefined : retryDelaysSeconds[file.tries - 1];
    await putOff(ctx, TABLE, file.id, { trouble, delaySeconds });
  }
}

async function keep(ctx: Ctx, file: Waiting, bytes: Buffer): Promise<void> {
  const { id, name, contentType, rawMessageId } = file;
  await keepFetched(ctx, { table: TABLE, id, name, contentType }, bytes, async (tx, fileId) => {
    const wanted = await tx.db
      .updateTable('incomingFiles')
      .set({ state: 'fetched', trouble: null })
      .where('id', '=', id)
      .where('state', '=', 'waiting')
      .returning('id')
      .executeTakeFirst();
    return wanted
      ? ((await fileTakers.fills[0]?.piece(tx, { rawMessageId, fileId })) ?? false)
      : false;
  });
}
