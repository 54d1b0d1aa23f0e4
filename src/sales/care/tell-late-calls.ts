import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emitMany } from '../../kernel/events/journal.ts';
import type { Tick } from '../../kernel/wiring.ts';
import { tellNews } from '../../work/index.ts';
import { tellLeaders } from '../entry/tell-supervisors.ts';

const BATCH = 500;

/**
 * Tells of calls of care that were not made in time: whoever has the deal when the norm is broken,
 * and who leads once a working day more has passed, of nobody's deals at once. Each is told once,
 * and anew where the call is put off to another day; of who has left us nobody is told.
 */
export const lateCallsTick: Tick = {
  name: 'sales.late_care_calls',
  everySeconds: 30,
  run: async (ctx) => {
    await tellOwners(ctx);
    await tellWhoLeads(ctx);
  },
};

type Late = {
  dealId: number;
  day: number;
  ownerStaffId: number | null;
  teamId: number | null;
  subscriberId: number | null;
  isWithUs: boolean;
};

const told = sql`k.deal_id, k.day, d.owner_staff_id, d.team_id, d.subscriber_id,
  exists (select from deal_connections c join accounts a on a.id = c.account_id
          where c.id = k.connection_id and a.state <> 'closed') as is_with_us`;

async function tellOwners(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now();
  // care_calls_late (due_at, id)
  const { rows } = await sql<Late>`
    update care_calls k
    set    late_told_at = ${now},
           shared_at = case when d.owner_staff_id is null then k.due_at else k.shared_at end
    from   deals d
    where  d.id = k.deal_id and k.id in (
             select id from care_calls
             where  done_at is null and dropped_at is null and late_told_at is null
             and    due_at <= ${now}
             order  by due_at, id limit ${BATCH} for update skip locked)
    returning ${told}`.execute(ctx.db);
  const late = rows.filter(({ isWithUs }) => isWithUs);
  await tellNews(
    ctx,
    'deals',
    late.flatMap(({ dealId, ownerStaffId }) =>
      ownerStaffId === null ? [] : [{ staffId: ownerStaffId, entityId: dealId, reason: 'late' }],
    ),
  );
  await emitMany(
    ctx,
    late.map(({ dealId, day, ownerStaffId, subscriberId }) => ({
      type: 'sales.care_late',
      subject: { kind: 'deal', id: dealId },
      subscriberId,
      facts: { number: dealId, day, staffId: ownerStaffId },
    })),
  );
}

async function tellWhoLeads(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now();
  // care_calls_shared (shared_at, id)
  const { rows } = await sql<Late>`
    update care_calls k set escalated_at = ${now}
    from   deals d
    where  d.id = k.deal_id and k.id in (
             select id from care_calls
             where  done_at is null and dropped_at is null and escalated_at is null
             and    shared_at <= ${now}
             order  by shared_at, id limit ${BATCH} for update skip locked)
    returning ${told}`.execute(ctx.db);
  const late = rows.filter(({ isWithUs }) => isWithUs);
  await tellLeaders(
    ctx,
    late.map(({ dealId, teamId }) => ({ id: dealId, teamId })),
  );
}
