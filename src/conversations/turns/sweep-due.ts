import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emitMany } from '../../kernel/events/journal.ts';
import type { Locked } from '../record/lock-conversation.ts';
import { offerAgain } from '../offering/offer-again.ts';
import { isOwnerHere, isOwnerOnlyCalling } from '../offering/owner-here.ts';

const BATCH = 500;

type Due = { id: number; number: number; subscriberId: number | null };

/**
 * Every second: calls the supervisor, wakes what was put aside, and brings up tries that are due.
 */
export async function sweepDue(ctx: Ctx): Promise<void> {
  await escalate(ctx);
  await wake(ctx);
  await bringUpTries(ctx);
}

const eventsOf = (
  rows: readonly Due[],
  type: `conversations.${string}`,
  factsOf: (row: never) => Record<string, unknown> = () => ({}),
) =>
  rows.map((row) => ({
    type,
    subject: { kind: 'conversation', id: row.id },
    subscriberId: row.subscriberId,
    facts: { number: row.number, ...factsOf(row as never) },
  }));

const dueAt = sql`case when touched_at is null then touch_due_at else reply_due_at end`;

const reasonOf = ({ ownerStaffId, isReply }: Escalated): string => {
  if (ownerStaffId === null) return 'not_taken';
  return isReply ? 'not_answered' : 'not_called';
};

type Escalated = Due & { ownerStaffId: number | null; isReply: boolean; isNormBroken: boolean };

/**
 * Nobody took it in time, or whoever took it did not call or did not answer what was asked since:
 * the supervisor is told, once for each.
 * What is put aside calls nobody until it wakes.
 */
async function escalate(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now();
  // conversations_escalate (escalate_at) where escalate_at is not null
  const { rows } = await sql<Escalated>`
    update conversations
    set    escalated_at = case when touched_at is null then coalesce(escalated_at, ${now})
                               else ${now} end,
           -- Told before the norm's end, it is told again when the norm is broken.
           escalate_at  = case when ${dueAt} > ${now} then ${dueAt} end
    where  id in (select id from conversations
                  where  escalate_at <= ${now} and state = 'open'
                  order  by escalate_at limit ${BATCH} for update skip locked)
    returning id, number, subscriber_id, owner_staff_id,
              touched_at is not null and reply_due_at is not null as is_reply,
              coalesce(${dueAt} <= ${now}, false) as is_norm_broken`.execute(ctx.db);
  await emitMany(
    ctx,
    eventsOf(rows, 'conversations.escalated', (row: Escalated) => ({
      reason: reasonOf(row),
      isNormBroken: row.isNormBroken,
      staffId: row.ownerStaffId,
    })),
  );
}

type Raised = Due &
  Pick<Locked, 'calendarId' | 'normSeconds' | 'touchDueAt' | 'touchedAt'> & {
    isOwnerHere: boolean;
  };

const raisedColumns = sql`c.id, c.number, c.subscriber_id, c.calendar_id, c.norm_seconds,
  c.touch_due_at, c.touched_at, ${isOwnerHere} as is_owner_here`;

/**
 * What was put aside is back at its time: with its owner, or where the owner is not here, it is
 * offered to those who are.
 */
async function wake(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now();
  // conversations_snoozed (snoozed_until) where state = 'snoozed'
  const { rows } = await sql<Raised>`
    update conversations c
    set    state = 'open', snoozed_until = null
    where  id in (select c.id from conversations c
                  where  c.state = 'snoozed' and c.snoozed_until <= ${now}
                  and    not ${isOwnerOnlyCalling(ctx)}
                  order  by c.snoozed_until limit ${BATCH} for update of c skip locked)
    returning ${raisedColumns}`.execute(ctx.db);
  await raise(ctx, rows, 'conversations.woken');
}

/**
 * A planned try is due: its owner is told, or where the owner is not here, it is offered to those
 * who are. The try of what is put aside waits until that wakes.
 */
async function bringUpTries(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now();
  // callbacks_due (next_try_at) where state = 'waiting' and not is_announced
  const { rows } = await sql<Raised>`
    with due as (
      select cb.id as callback_id, ${raisedColumns}
      from   callbacks cb
      join   conversations c on c.id = cb.conversation_id
      where  cb.state = 'waiting' and not cb.is_announced and cb.next_try_at <= ${now}
      and    c.state = 'open' and not ${isOwnerOnlyCalling(ctx)}
      order  by cb.next_try_at limit ${BATCH} for update of cb, c skip locked),
    announced as (
      update callbacks set is_announced = true where id in (select callback_id from due))
    select * from due`.execute(ctx.db);
  await raise(ctx, rows, 'conversations.try_due');
}

async function raise(
  ctx: Ctx,
  rows: readonly Raised[],
  type: `conversations.${string}`,
): Promise<void> {
  await offerAgain(
    ctx,
    rows.filter((row) => !row.isOwnerHere),
  );
  const factsOf = (row: Raised) => ({ isReleased: !row.isOwnerHere });
  await emitMany(ctx, eventsOf(rows, type, factsOf));
}
