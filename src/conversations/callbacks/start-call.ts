import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emitMany } from '../../kernel/events/journal.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { dialByExchange } from '../calls/dial-by-exchange.ts';
import { change, tell } from '../record/change.ts';
import { dialUri, exchangeOf } from './dial.ts';
import { type Locked, lockMine } from '../record/lock-conversation.ts';
import { me } from '../reach.ts';
import { touchOf } from './touch.ts';

type Started = {
  id: number;
  version: number;
  attemptId: number;
  dialUri: string;
  isFirstTouch: boolean;
};

/**
 * Begins a call: the exchange dials, or where there is none the agent's own phone, and then it is
 * the agent's word that stops the norm's clock. While a call of ours has no outcome, dialling again
 * is the same call.
 */
export async function startCall(ctx: Ctx, input: { id: number }): Promise<Result<Started>> {
  const locked = await lockMine(ctx, input.id);
  if (!locked.ok) return locked;
  const row = locked.value;
  const { id } = row;
  const callback = await callbackOf(ctx, id);
  const profile = await ctx.db
    .selectFrom('staff')
    .select(['dialWith', 'sipDomain', 'extension'])
    .where('id', '=', me(ctx))
    .executeTakeFirstOrThrow();
  const isFirstTouch = row.touchedAt === null;
  await endIncomingOver(ctx, callback.id);
  const { attemptId, isNew } = await runningAttempt(ctx, callback.id);
  if (isNew) await withdrawOffer(ctx);
  const { phone } = callback;
  const channelId = phone === '' ? null : await exchangeOf(ctx, profile);
  if (channelId !== null && profile.extension !== null) {
    const { extension } = profile;
    await dialByExchange(ctx, { attemptId, conversationId: id, channelId, extension, phone });
    return ok({ ...(await change(ctx, row, {})), attemptId, dialUri: '', isFirstTouch: false });
  }
  const changed = isNew ? await noteTouch(ctx, row) : { id, version: row.version };
  return ok({ ...changed, attemptId, dialUri: dialUri(callback.phone, profile), isFirstTouch });
}

/** Whoever calls takes no other meanwhile: it goes before somebody else at once. */
async function withdrawOffer(ctx: Ctx): Promise<void> {
  // offers_live_staff (staff_id) where ended_at is null
  const { rows } = await sql<{ conversationId: number }>`
    update offers set ended_at = ${ctx.clock.now()}, end_reason = 'withdrawn'
    where  staff_id = ${me(ctx)} and ended_at is null
    returning conversation_id`.execute(ctx.db);
  await emitMany(
    ctx,
    rows.map(({ conversationId }) => ({
      type: 'conversations.offer_ended',
      subject: { kind: 'conversation', id: conversationId },
      facts: { staffId: me(ctx), reason: 'withdrawn' },
    })),
  );
}

type Callback = { id: number; phone: string; state: string; tries: number };

/**
 * The callback of a conversation. A request has one from the start; what a base has brought gets
 * one when somebody works on it, with the phone that the subscriber is reached by.
 */
export async function callbackOf(ctx: Ctx, conversationId: number): Promise<Callback> {
  // callbacks_conversation_id_key, contacts_subscriber (subscriber_id)
  await sql`
    insert into callbacks (conversation_id, phone, next_try_at)
    select c.id,
           coalesce(case when c.channel_id is null then nullif(c.sender, '') end,
                    (select k.value from contacts k
                     where  k.subscriber_id = c.subscriber_id and k.kind = 'phone'
                     order  by k.is_primary desc, k.id limit 1), ''),
           ${ctx.clock.now()}
    from   conversations c
    where  c.id = ${conversationId}
    and    not exists (select from callbacks b where b.conversation_id = c.id)`.execute(ctx.db);
  return ctx.db
    .selectFrom('callbacks')
    .select(['id', 'phone', 'state', 'tries'])
    .where('conversationId', '=', conversationId)
    .executeTakeFirstOrThrow();
}

/** The call that is going on, or a new one by the one who acts. */
export async function runningAttempt(
  ctx: Ctx,
  callbackId: number,
): Promise<{ attemptId: number; isNew: boolean }> {
  // call_attempts_running (callback_id) where ended_at is null
  const running = await ctx.db
    .selectFrom('callAttempts')
    .select('id')
    .where('callbackId', '=', callbackId)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  if (running) return { attemptId: running.id, isNew: false };
  const made = await ctx.db
    .insertInto('callAttempts')
    .values({ callbackId, staffId: me(ctx), startedAt: ctx.clock.now() })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { attemptId: made.id, isNew: true };
}

/**
 * Ends calls of which nobody will tell the outcome any more, for their conversations pass on to
 * others or end: whoever called is free for the next. It is no try, for nobody knows what came of
 * it.
 */
export async function endUntoldCalls(
  ctx: Ctx,
  conversationIds: readonly number[],
): Promise<{ isCallUntold?: true }> {
  // callbacks_conversation_id_key, call_attempts_running (callback_id) where ended_at is null
  const { numAffectedRows } = await sql`
    update call_attempts a
    set    ended_at = ${ctx.clock.now()}
    from   callbacks cb
    where  cb.conversation_id = any(${[...conversationIds]}::bigint[])
    and    a.callback_id = cb.id and a.ended_at is null`.execute(ctx.db);
  return numAffectedRows ? { isCallUntold: true } : {};
}

/**
 * Ends a call in which they had called us and which is over: whoever dials them now makes another
 * one, with outcomes of its own.
 */
export async function endIncomingOver(ctx: Ctx, callbackId: number): Promise<void> {
  // call_attempts_running (callback_id) where ended_at is null, calls_pkey
  await sql`
    update call_attempts a set ended_at = ${ctx.clock.now()}
    from   calls k
    where  a.callback_id = ${callbackId} and a.ended_at is null
    and    k.id = a.call_id and k.direction = 'in' and k.ended_at is not null`.execute(ctx.db);
}

/** A call begins now: it is told, and if it is the first human touch, the clock stops. */
export async function noteTouch(ctx: Ctx, row: Locked): Promise<{ id: number; version: number }> {
  const now = ctx.clock.now();
  const touch = await touchOf(ctx, row, { at: now, by: me(ctx), kind: 'call' });
  const changed = await change(ctx, row, { ...touch });
  await tell(ctx, row, 'conversations.call_started', {
    staffId: me(ctx),
    evidence: 'agent',
    ...(touch && { touchSeconds: touch.touchSeconds, isWithinNorm: now <= row.touchDueAt }),
  });
  return changed;
}
