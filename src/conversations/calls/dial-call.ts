import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { change, tell } from '../record/change.ts';
import type { Locked } from '../record/lock-conversation.ts';
import { callbackOf, endIncomingOver } from '../callbacks/start-call.ts';
import { touchOf } from '../callbacks/touch.ts';
import { lockOfCall } from './answer-call.ts';
import type { Call } from './take-call.ts';

/**
 * The conversation that a call belongs to which somebody dialled on the phone itself: their own
 * with that number, if there is one.
 */
export async function findOwn(ctx: Ctx, { id, view, staffId }: Call): Promise<number | null> {
  if (staffId === null || view.phone === '') return null;
  // conversations_owner (owner_staff_id, urgent_at, id) where state <> 'closed'
  const { rows } = await sql<{ id: number }>`
    select c.id
    from   conversations c
    join   callbacks cb on cb.conversation_id = c.id
    where  c.owner_staff_id = ${staffId} and c.state <> 'closed' and cb.phone = ${view.phone}
    order  by cb.state = 'waiting' desc, c.id
    limit  1`.execute(ctx.db);
  const conversationId = rows[0]?.id ?? null;
  if (conversationId !== null) {
    await ctx.db.updateTable('calls').set({ conversationId }).where('id', '=', id).execute();
  }
  return conversationId;
}

/**
 * The exchange dials the other side on behalf of somebody who works on a conversation: that is the
 * touch, and the exchange itself is witness to it.
 */
export async function dialCall(ctx: Ctx, call: Call): Promise<void> {
  if (call.conversationId === null || call.staffId === null) return;
  const row = await lockOfCall(ctx, call.conversationId);
  const isOurs = await keepAttempt(ctx, call, row);
  if (row.state !== 'closed' && isOurs) await noteDialled(ctx, row, call);
}

/**
 * The attempt that the exchange bears out: the one made for this call, or one that was begun by the
 * agent's word; else a new one. @returns whether it is to be told that a call has begun
 */
async function keepAttempt(
  ctx: Ctx,
  { id: callId, staffId, view }: Call,
  row: Locked,
): Promise<boolean> {
  const { id: callbackId } = await callbackOf(ctx, row.id);
  await endIncomingOver(ctx, callbackId);
  // call_attempts_call_id_key, call_attempts_running (callback_id) where ended_at is null
  const { rows } = await sql<{ id: number }>`
    update call_attempts set evidence = 'exchange', call_id = ${callId}
    where  call_id = ${callId}
    or     (callback_id = ${callbackId} and ended_at is null and call_id is null
            and staff_id = ${staffId})
    returning id`.execute(ctx.db);
  if (rows.length > 0) return row.touchedAt === null;
  if (staffId === null || row.state === 'closed') return false;
  const startedAt = view.dialledAt ?? ctx.clock.now();
  const made = await ctx.db
    .insertInto('callAttempts')
    .values({ callbackId, staffId, startedAt, evidence: 'exchange', callId })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return made !== undefined;
}

async function noteDialled(ctx: Ctx, row: Locked, { staffId, view }: Call): Promise<void> {
  const at = view.dialledAt ?? ctx.clock.now();
  const touch = await touchOf(ctx, row, { at, by: staffId, kind: 'call' });
  await change(ctx, row, { ...touch });
  await tell(ctx, row, 'conversations.call_started', {
    staffId,
    evidence: 'exchange',
    ...(touch && { touchSeconds: touch.touchSeconds, isWithinNorm: at <= row.touchDueAt }),
  });
}
