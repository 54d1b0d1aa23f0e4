import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { afterOutcome, type Closing, type Outcome } from '../api/outcomes.ts';
import { clusterOf } from '../record/cluster.ts';
import { change, endOffer, tell } from '../record/change.ts';
import { indexConversations } from '../search/index-conversations.ts';
import { lockConversation, lockMine } from '../record/lock-conversation.ts';
import { noReplyDue } from '../record/reply-clock.ts';
import { me } from '../reach.ts';
import { callbackOf, endUntoldCalls } from '../callbacks/start-call.ts';

type Changed = Promise<Result<{ id: number; version: number }>>;

/**
 * Closes a conversation whose call has an outcome. What was never a request (rubbish, a test) is
 * closed without one, with a word why; it stays in the report under its own heading.
 */
export async function closeConversation(
  ctx: Ctx,
  input: { id: number; version: number; isNotARequest: boolean; note: string },
): Changed {
  const locked = await lockMine(ctx, input.id, input.version);
  if (!locked.ok) return locked;
  const row = locked.value;
  const outcome = input.isNotARequest ? 'not_a_request' : await ending(ctx, row.id);
  if (outcome === null) return fail('conversations.outcome_needed');
  if (input.isNotARequest && input.note === '') return fail('conversations.note_needed');
  const now = ctx.clock.now();
  if (input.note !== '') {
    await ctx.db
      .insertInto('messages')
      .values({
        conversationId: row.id,
        direction: 'note',
        authorStaffId: me(ctx),
        text: input.note,
        happenedAt: now,
      })
      .execute();
    await indexConversations(ctx, [row.id]);
  }
  await ctx.db
    .updateTable('callbacks')
    .set({ state: 'done', closedAt: now, isAnnounced: true })
    .where('conversationId', '=', row.id)
    .where('state', '=', 'waiting')
    .execute();
  await endOffer(ctx, row.id, null);
  await endUntoldCalls(ctx, [row.id]);
  const changed = await change(ctx, row, {
    state: 'closed',
    whoseTurn: 'nobody',
    closedAt: now,
    closedOutcome: outcome,
    offerFrom: null,
    ...noReplyDue,
    snoozedUntil: null,
  });
  await tell(ctx, row, 'conversations.closed', { outcome });
  return ok(changed);
}

/**
 * How it ended, if it did: by its last call, which no other follows, or by an answer that has left.
 * A call of which nothing was told takes nothing from what was told before.
 */
async function ending(ctx: Ctx, id: number): Promise<Closing | null> {
  // callbacks_conversation_id_key, call_attempts_callback and messages_conversation serve it
  const { rows } = await sql<Ending>`
    select cb.state as call_state,
           (select a.outcome from call_attempts a
            where  a.callback_id = cb.id and a.outcome is not null
            order  by a.started_at desc, a.id desc limit 1) as outcome,
           exists (select from call_attempts a
                   where  a.callback_id = cb.id and a.ended_at is null) as is_calling,
           exists (select from messages m
                   join   outgoing_messages o on o.id = m.outgoing_message_id
                   where  m.conversation_id in ${clusterOf(id)} and o.state = 'sent')
           -- Whoever came was answered then and there.
           or c.channel = 'office' as is_answered
    from   conversations c left join callbacks cb on cb.conversation_id = c.id
    where  c.id = ${id}`.execute(ctx.db);
  const [found] = rows;
  if (!found || found.isCalling) return null;
  if (found.outcome === null || found.callState === 'waiting') {
    return found.isAnswered ? 'answered' : null;
  }
  const follows = afterOutcome[found.outcome];
  return typeof follows === 'object' ? follows.closing : 'given_up';
}

type Ending = {
  callState: string | null;
  outcome: Outcome | null;
  isCalling: boolean;
  isAnswered: boolean;
};

/** Opens a closed conversation again: for the one who works on it, due now. */
export async function reopenConversation(
  ctx: Ctx,
  { id: given, version }: { id: number; version: number },
): Changed {
  const locked = await lockConversation(ctx, given, 'conversations.work', version);
  if (!locked.ok) return locked;
  const row = locked.value;
  const { id } = row;
  if (row.state !== 'closed') return fail('conversations.not_closed');
  const now = ctx.clock.now();
  if (row.channelId === null) await callbackOf(ctx, id);
  await ctx.db
    .updateTable('callbacks')
    .set({ state: 'waiting', nextTryAt: now, closedAt: null, isAnnounced: true })
    .where('conversationId', '=', id)
    .execute();
  const changed = await change(ctx, row, {
    state: 'open',
    whoseTurn: 'ours',
    closedAt: null,
    closedOutcome: null,
    nextDueAt: row.touchedAt ? now : row.touchDueAt,
    ownerStaffId: me(ctx),
    takenAt: now,
  });
  await indexConversations(ctx, [id]);
  await tell(ctx, row, 'conversations.reopened', { staffId: me(ctx) });
  return ok(changed);
}
