import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emitMany } from '../../kernel/events/journal.ts';
import { lockTickets } from '../record/lock-tickets.ts';
import { writeChanges } from '../record/write-changes.ts';
import { settleClocks } from './settle-clocks.ts';

const BATCH = 500;

/** Every few seconds: brings back what waited for a date, and calls the supervisor. */
export async function sweepDue(ctx: Ctx): Promise<void> {
  await wake(ctx);
  await escalate(ctx);
}

/** The date that was waited for has come: it is our turn again. */
async function wake(ctx: Ctx): Promise<void> {
  // tickets_waits (waits_until) where state = 'waiting'
  const { rows } = await sql<{ id: number }>`
    select id from tickets
    where  state = 'waiting' and waits_until <= ${ctx.clock.now()} and root_id is null
    order  by waits_until limit ${BATCH} for update skip locked`.execute(ctx.db);
  const waiting = await lockTickets(
    ctx,
    rows.map(({ id }) => id),
  );
  await writeChanges(
    ctx,
    waiting.map((before) => ({
      before,
      after: { ...before, state: 'ours', waitsUntil: null },
      // However late this is run, the clocks stood no longer.
      ...(before.waitsUntil && { at: before.waitsUntil }),
    })),
    { isByTime: true },
  );
}

type Late = {
  id: number;
  categoryId: number;
  priority: 'low' | 'normal' | 'high' | 'urgent';
  subscriberId: number | null;
  ownerStaffId: number | null;
  isBroken: boolean;
};

/** A share of a norm has passed: the supervisor is told, once for each norm. */
async function escalate(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now();
  // tickets_escalate (escalate_at) where escalate_at is not null
  const { rows } = await sql<Late>`
    update tickets t set escalated_at = ${now}
    where  id in (select id from tickets
                  where  escalate_at <= ${now}
                  order  by escalate_at limit ${BATCH} for update skip locked)
    returning id, category_id, priority, subscriber_id, owner_staff_id,
              due_at <= ${now} as is_broken`.execute(ctx.db);
  await settleClocks(
    ctx,
    rows.map((row) => ({ ...row, steps: [] })),
  );
  await emitMany(
    ctx,
    rows.map(({ id, subscriberId, ownerStaffId, isBroken }) => ({
      type: 'tickets.escalated',
      subject: { kind: 'ticket', id },
      subscriberId,
      facts: { number: id, staffId: ownerStaffId, isBroken },
    })),
  );
}
