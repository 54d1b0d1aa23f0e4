import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { emitMany } from '../kernel/events/journal.ts';
import { offeringFrom, loadSettings } from './desk-clock.ts';
import { indexConversations } from './index-conversations.ts';
import { endUntoldCalls } from './start-call.ts';
import { loadCalendars } from '../norms/index.ts';

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

type Escalated = Due & { ownerStaffId: number | null; isNormBroken: boolean };

/**
 * Nobody took it in time, or whoever took it did not call: the supervisor is told, once for each.
 */
async function escalate(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now();
  // conversations_escalate (escalate_at) where escalate_at is not null
  const { rows } = await sql<Escalated>`
    update conversations
    set    escalated_at = case when touched_at is null then coalesce(escalated_at, ${now})
                               else ${now} end,
           -- Told before the norm's end, it is told again when the norm is broken.
           escalate_at  = case when touched_at is null and touch_due_at > ${now}
                               then touch_due_at end
    where  id in (select id from conversations
                  where  escalate_at <= ${now} and state <> 'closed'
                  order  by escalate_at limit ${BATCH} for update skip locked)
    returning id, number, subscriber_id, owner_staff_id,
              touched_at is null and touch_due_at <= ${now} as is_norm_broken`.execute(ctx.db);
  await emitMany(
    ctx,
    eventsOf(rows, 'conversations.escalated', (row: Escalated) => ({
      reason: row.ownerStaffId === null ? 'not_taken' : 'not_called',
      isNormBroken: row.isNormBroken,
      staffId: row.ownerStaffId,
    })),
  );
}

async function wake(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now();
  // conversations_snoozed (snoozed_until) where state = 'snoozed'
  const { rows } = await sql<Due>`
    update conversations
    set    state = 'open', snoozed_until = null
    where  id in (select id from conversations
                  where  state = 'snoozed' and snoozed_until <= ${now}
                  order  by snoozed_until limit ${BATCH} for update skip locked)
    returning id, number, subscriber_id`.execute(ctx.db);
  await emitMany(ctx, eventsOf(rows, 'conversations.woken'));
}

type DueTry = Due & {
  isOwnerHere: boolean;
  calendarId: number;
  normSeconds: number;
  touchDueAt: Date;
  touchedAt: Date | null;
};

/**
 * A planned try is due: its owner is told, or where the owner is not here, it is offered to those
 * who are.
 */
async function bringUpTries(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now();
  // callbacks_due (next_try_at) where state = 'waiting' and not is_announced
  const { rows } = await sql<DueTry>`
    with due as (
      update callbacks set is_announced = true
      where  id in (select id from callbacks
                    where  state = 'waiting' and not is_announced and next_try_at <= ${now}
                    order  by next_try_at limit ${BATCH} for update skip locked)
      returning conversation_id)
    select c.id, c.number, c.subscriber_id, c.calendar_id, c.norm_seconds, c.touch_due_at,
           c.touched_at,
           coalesce(p.is_here and p.state <> 'away', false) as is_owner_here
    from   due
    join   conversations c on c.id = due.conversation_id
    left   join presence p on p.staff_id = c.owner_staff_id
    where  c.state = 'open'
    for    update of c`.execute(ctx.db);
  await offerAgain(
    ctx,
    rows.filter((row) => !row.isOwnerHere),
  );
  await emitMany(
    ctx,
    eventsOf(rows, 'conversations.try_due', (row: DueTry) => ({ isReleased: !row.isOwnerHere })),
  );
}

async function offerAgain(ctx: Ctx, rows: readonly DueTry[]): Promise<void> {
  if (rows.length === 0) return;
  const settings = await loadSettings(ctx);
  const calendars = await loadCalendars(ctx, [...new Set(rows.map((row) => row.calendarId))]);
  const changes = rows.flatMap((row) => {
    const calendar = calendars.get(row.calendarId);
    if (!calendar) return [];
    return [{ id: row.id, ...offeringFrom(row, ctx.clock.now(), calendar, settings) }];
  });
  await sql`
    update conversations c
    set    owner_staff_id = null, taken_at = null, offer_from = x.offer_from,
           escalate_at = x.escalate_at, version = version + 1
    from   unnest(${changes.map((one) => one.id)}::bigint[],
                  ${changes.map((one) => one.offerFrom)}::timestamptz[],
                  ${changes.map((one) => one.escalateAt)}::timestamptz[])
             as x (id, offer_from, escalate_at)
    where  c.id = x.id`.execute(ctx.db);
  const ids = changes.map((one) => one.id);
  await endUntoldCalls(ctx, ids);
  await indexConversations(ctx, ids);
}
