import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { attempt } from '../kernel/db/attempt.ts';
import { inTransaction, onceMoreAfterDeadlock } from '../kernel/db/transaction.ts';
import { emit } from '../kernel/events/journal.ts';
import { NotReadable } from './receiving/not-readable.ts';
import { readers } from './readers.ts';
import type { Raw, Understood } from './understood.ts';

/** A message that fails this often is put aside for a person to look at. */
export const MOST_TRIES = 5;

/** A person writes some lines a minute at most; a program that writes more is set aside. */
const MOST_AN_HOUR = 300;

/**
 * Makes a request or a message of what was stored, once: whoever comes second finds it done. A
 * failure is noted on the message and never reaches the sender, for the message is safe.
 * @param options.isSwept nobody waits for the number: should the machine lose its power, the
 * message is still waiting and is understood again, so the disk is not waited for
 * @returns the number of what it became, or null when it could not be understood now
 */
export async function takeUp(
  ctx: Ctx,
  id: number,
  { isSwept = false } = {},
): Promise<number | null> {
  let done: Understood;
  try {
    done = await onceMoreAfterDeadlock(() =>
      attempt(ctx, (inner) => understand(inner, id, isSwept)),
    );
  } catch (error) {
    ctx.log.error({ err: error, rawMessageId: id }, 'a message was not understood');
    await inTransaction(ctx, (tx) => noteFailure(tx, id, error));
    return null;
  }
  await done.afterwards?.(ctx);
  return done.number;
}

async function understand(ctx: Ctx, id: number, isSwept: boolean): Promise<Understood> {
  // raw_messages_pkey, raw_messages_sender (sender, received_at)
  const { rows } = await sql<
    Raw & { channel: string; state: string; requestNumber: number | null }
  >`
    select r.id, r.channel, r.channel_id, r.file_id, r.received_at, r.sender, r.payload, r.state,
           r.request_number, set_config('synchronous_commit',
             case when ${isSwept} then 'off' else current_setting('synchronous_commit') end, true),
           (select count(*) from (
              select from raw_messages o
              where  o.sender = r.sender and o.sender <> '' and o.channel_id = r.channel_id
              and    o.received_at > r.received_at - interval '1 hour' and o.state = 'understood'
              limit  ${MOST_AN_HOUR}) lately) >= ${MOST_AN_HOUR} as is_too_much
    from   raw_messages r where r.id = ${id} for update`.execute(ctx.db);
  const [row] = rows;
  if (row?.state !== 'waiting') return { number: row?.requestNumber ?? null };
  const reader = readers[row.channel];
  if (!reader) throw new Error(`nobody reads what comes by ${row.channel}`);
  const understood = await reader(ctx, row);
  const { number, refusedFor, known } = understood;
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
  return understood;
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
