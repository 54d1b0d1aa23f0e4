import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { attempt } from '../kernel/db/attempt.ts';
import { emit } from '../kernel/events/journal.ts';
import { requestTakers } from './incoming.ts';
import { NotReadable, understandEmail } from './receiving/understand-email.ts';
import type { SitePayload } from './store-raw.ts';
import type { Raw, Understood } from './understood.ts';

/** A message that fails this often is put aside for a person to look at. */
export const MOST_TRIES = 5;
const BATCH = 50;

/**
 * Makes a request or a message of what was stored, once: whoever comes second finds it done. A
 * failure is noted on the message and never reaches the sender, for the message is safe.
 * @returns the number of what it became, or null when it could not be understood now
 */
export async function takeUp(ctx: Ctx, id: number): Promise<number | null> {
  try {
    return await attempt(ctx, (inner) => understand(inner, id));
  } catch (error) {
    ctx.log.error({ err: error, rawMessageId: id }, 'a message was not understood');
    await noteFailure(ctx, id, error);
    return null;
  }
}

async function understand(ctx: Ctx, id: number): Promise<number | null> {
  const row = await ctx.db
    .selectFrom('rawMessages')
    .select([
      'id',
      'channel',
      'channelId',
      'fileId',
      'receivedAt',
      'sender',
      'payload',
      'state',
      'requestNumber',
    ])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row?.state !== 'waiting') return row?.requestNumber ?? null;
  const { number, refusedFor, known } = await (row.channel === 'email'
    ? understandEmail(ctx, row)
    : understandRequest(ctx, row));
  await ctx.db
    .updateTable('rawMessages')
    .set({
      state: refusedFor ? 'refused' : 'understood',
      understoodAt: ctx.clock.now(),
      requestNumber: number,
      error: refusedFor ?? null,
      ...(known && { sender: known.from, payload: JSON.stringify(known) }),
    })
    .where('id', '=', id)
    .execute();
  return number;
}

async function understandRequest(ctx: Ctx, row: Raw): Promise<Understood> {
  const taker = requestTakers.fills[0]?.piece;
  if (!taker) throw new Error('nobody takes requests');
  const number = await taker(ctx, {
    rawMessageId: row.id,
    channel: 'site_form',
    receivedAt: row.receivedAt,
    sender: row.sender,
    ...(row.payload as SitePayload),
  });
  return { number };
}

/**
 * Each further try waits longer: 5, 20, 45 … seconds, so that a passing trouble may pass. What no
 * try will ever read is put aside at once.
 */
async function noteFailure(ctx: Ctx, id: number, error: unknown): Promise<void> {
  const text = (error instanceof Error ? error.message : String(error)).slice(0, 1000);
  const now = ctx.clock.now();
  const mostTries = error instanceof NotReadable ? 1 : MOST_TRIES;
  const { rows } = await sql<{ state: string }>`
    update raw_messages
    set    tries     = tries + 1,
           error     = ${text},
           try_after = ${now}::timestamptz + (tries + 1) * (tries + 1) * interval '5 seconds',
           state     = case when tries + 1 >= ${mostTries} then 'quarantined' else state end
    where  id = ${id} and state = 'waiting'
    returning state`.execute(ctx.db);
  if (rows[0]?.state !== 'quarantined') return;
  await emit(ctx, {
    type: 'channels.message_quarantined',
    subject: { kind: 'raw_message', id },
  });
}

/**
 * The sweep over what a crash or a failure left waiting. Each message stands or falls alone; one
 * that a request is working on at this moment is passed by.
 */
export async function takeUpWaiting(ctx: Ctx): Promise<void> {
  // raw_messages_waiting (try_after, id)
  const waiting = await ctx.db
    .selectFrom('rawMessages')
    .select('id')
    .where('state', '=', 'waiting')
    .where('tryAfter', '<=', ctx.clock.now())
    .orderBy('tryAfter')
    .orderBy('id')
    .limit(BATCH)
    .forUpdate()
    .skipLocked()
    .execute();
  for (const { id } of waiting) await takeUp(ctx, id);
}
