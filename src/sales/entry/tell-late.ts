import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emitMany } from '../../kernel/events/journal.ts';
import type { Tick } from '../../kernel/wiring.ts';
import { dueAfter, loadCalendars } from '../../norms/index.ts';
import { tellNews } from '../../work/index.ts';
import { tellSupervisors } from './tell-supervisors.ts';

const BATCH = 500;

/** Tells of deals that stand in their stage for too long; what a round leaves the next takes. */
export const lateTick: Tick = {
  name: 'sales.stage_limits',
  everySeconds: 10,
  run: async (ctx) => {
    await tellOwners(ctx);
    await tellSupervisors(ctx, BATCH);
  },
};

type Late = {
  id: number;
  ownerStaffId: number | null;
  subscriberId: number | null;
  stageId: number;
  dueAt: Date;
  limitSeconds: number | null;
  calendarId: number | null;
};

/** The term has passed: whoever has the deal is told, once for each stay in a stage. */
async function tellOwners(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now();
  // deals_late (due_at, id) where state = 'open' and late_told_at is null
  const { rows } = await sql<Late>`
    select d.id, d.owner_staff_id, d.subscriber_id, d.stage_id, d.due_at,
           g.limit_seconds, g.calendar_id
    from   deals d join pipeline_stages g on g.id = d.stage_id
    where  d.state = 'open' and d.late_told_at is null and d.due_at <= ${now}
    order  by d.due_at, d.id
    limit  ${BATCH} for update of d skip locked`.execute(ctx.db);
  if (rows.length === 0) return;
  await noteTold(ctx, rows, now);
  await tellNews(
    ctx,
    'deals',
    rows.flatMap(({ id, ownerStaffId }) =>
      ownerStaffId === null ? [] : [{ staffId: ownerStaffId, entityId: id, reason: 'late' }],
    ),
  );
  await emitMany(
    ctx,
    rows.map(({ id, subscriberId, ownerStaffId, stageId, dueAt }) => ({
      type: 'sales.deal_late',
      subject: { kind: 'deal', id },
      subscriberId,
      facts: { number: id, staffId: ownerStaffId, stageId, dueAt },
    })),
  );
}

/** Keeps that they were told, and when the same term passes again; of nobody’s deals at once. */
async function noteTold(ctx: Ctx, rows: readonly Late[], now: Date): Promise<void> {
  const asked = new Set(rows.flatMap(({ calendarId }) => calendarId ?? []));
  const calendars = await loadCalendars(ctx, [...asked]);
  const told = rows.map(({ id, ownerStaffId, dueAt, limitSeconds, calendarId }) => {
    const calendar = calendars.get(calendarId ?? 0);
    if (ownerStaffId === null) return { id, at: now };
    if (!calendar || limitSeconds === null) return { id, at: null };
    const at = dueAfter(calendar, dueAt, limitSeconds);
    return { id, at: Number.isFinite(at.getTime()) ? at : null };
  });
  await sql`
    update deals d set late_told_at = ${now}, supervisor_at = t.at
    from   jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as t (id bigint, at timestamptz)
    where  d.id = t.id`.execute(ctx.db);
}
