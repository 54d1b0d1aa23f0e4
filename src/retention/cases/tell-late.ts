import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emitMany } from '../../kernel/events/journal.ts';
import type { Tick } from '../../kernel/wiring.ts';
import { findLeaders } from '../../staff/index.ts';
import { tellNews } from '../../work/index.ts';

const BATCH = 500;
/** So long before another operator's deadline people are told of it. */
const NOTICE_AHEAD = '24 hours';

/** Tells of wishes that nobody has answered in time, and of notices whose deadline is near. */
export const lateTick: Tick = {
  name: 'retention.late',
  everySeconds: 60,
  run: async (ctx) => {
    const now = ctx.clock.now();
    // retention_cases_late (due_at, id) where state = 'open' and spoken_at is null …
    await tell(
      ctx,
      'retention.case_late',
      (most) => sql`
      update retention_cases c set late_told_at = ${now}
      where  c.id in (select id from retention_cases
                      where  state = 'open' and spoken_at is null and late_told_at is null
                      and    due_at <= ${now}
                      order  by due_at, id limit ${most} for update skip locked)
      returning c.id, c.subscriber_id, c.owner_staff_id, c.team_id`,
    );
    // port_notices_due (due_at, id) where decision is null and told_at is null
    await tell(
      ctx,
      'retention.notice_due',
      (most) => sql`
      update port_notices n set told_at = ${now}
      from   retention_cases c
      where  c.id = n.case_id
      and    n.id in (select id from port_notices
                      where  decision is null and told_at is null
                      and    due_at <= ${now}::timestamptz + ${NOTICE_AHEAD}::interval
                      order  by due_at, id limit ${most} for update skip locked)
      returning c.id, c.subscriber_id, c.owner_staff_id, c.team_id`,
    );
  },
};

export type Late = {
  id: number;
  subscriberId: number;
  ownerStaffId: number | null;
  teamId: number | null;
};

async function tell(
  ctx: Ctx,
  type: `retention.${string}`,
  take: (most: number) => RawBuilder<unknown>,
): Promise<void> {
  const { rows } = await (take(BATCH) as RawBuilder<Late>).execute(ctx.db);
  await tellOfCases(ctx, type, rows);
}

/** Tells whoever has cases, and who leads them, that something there has not happened in time. */
export async function tellOfCases(
  ctx: Ctx,
  type: `retention.${string}`,
  rows: readonly Late[],
): Promise<void> {
  if (rows.length === 0) return;
  const leaders = await findLeaders(ctx, { leads: 'retention.figures', works: 'retention.work' });
  const whom = ({ ownerStaffId, teamId }: Late): Set<number> =>
    new Set([
      ...(ownerStaffId === null ? [] : [ownerStaffId]),
      ...leaders.filter((one) => one.isOfAll || one.teamId === teamId).map(({ id }) => id),
    ]);
  await tellNews(
    ctx,
    'cases',
    rows.flatMap((row) =>
      [...whom(row)].map((staffId) => ({ staffId, entityId: row.id, reason: 'late' as const })),
    ),
  );
  await emitMany(
    ctx,
    rows.map(({ id, subscriberId, ownerStaffId }) => ({
      type,
      subject: { kind: 'case', id },
      subscriberId,
      facts: { number: id, staffId: ownerStaffId },
    })),
  );
}
