import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emitMany } from '../../kernel/events/journal.ts';
import { findLeaders } from '../../staff/index.ts';
import { tellNews } from '../../work/index.ts';

type Late = {
  id: number;
  ownerStaffId: number | null;
  teamId: number | null;
  subscriberId: number | null;
  stageId: number;
};

/** A second term has passed as well: those who lead sales are told, once for each stay. */
export async function tellSupervisors(ctx: Ctx, most: number): Promise<void> {
  const now = ctx.clock.now();
  // deals_supervisor (supervisor_at, id) where state = 'open' and escalated_at is null
  const { rows } = await sql<Late>`
    update deals d set escalated_at = ${now}
    where  d.id in (select id from deals
                    where  state = 'open' and escalated_at is null and supervisor_at <= ${now}
                    order  by supervisor_at, id limit ${most} for update skip locked)
    returning d.id, d.owner_staff_id, d.team_id, d.subscriber_id, d.stage_id`.execute(ctx.db);
  if (rows.length === 0) return;
  await tellLeaders(ctx, rows);
  await emitMany(
    ctx,
    rows.map(({ id, subscriberId, ownerStaffId, stageId }) => ({
      type: 'sales.deal_escalated',
      subject: { kind: 'deal', id },
      subscriberId,
      facts: { number: id, staffId: ownerStaffId, stageId },
    })),
  );
}

/** Tells who leads, of deals of their team or of all, that one of these is late. */
export async function tellLeaders(
  ctx: Ctx,
  deals: readonly { id: number; teamId: number | null }[],
): Promise<void> {
  if (deals.length === 0) return;
  const leaders = await findLeaders(ctx, { leads: 'sales.manage', works: 'sales.work' });
  await tellNews(
    ctx,
    'deals',
    deals.flatMap(({ id, teamId }) =>
      leaders
        .filter((one) => one.isOfAll || (teamId !== null && one.teamId === teamId))
        .map(({ id: staffId }) => ({ staffId, entityId: id, reason: 'late' as const })),
    ),
  );
}
