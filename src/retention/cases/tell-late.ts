import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emitMany } from '../../kernel/events/journal.ts';
import type { Tick } from '../../kernel/wiring.ts';
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

type Late = {
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
  if (rows.length === 0) return;
  const leaders = await findLeaders(ctx);
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

type Leader = { id: number; teamId: number | null; isOfAll: boolean };

/**
 * Who reads the figures and sees cases beyond their own: of their team, or all. An administrator is
 * told where nobody else does.
 */
async function findLeaders(ctx: Ctx): Promise<Leader[]> {
  // roles_pkey; an operator has some hundreds of staff
  const { rows } = await sql<Leader & { isAdministrator: boolean }>`
    select s.id, s.team_id, r.code is not distinct from 'administrator' as is_administrator,
           r.code is not distinct from 'administrator'
           or r.permissions ->> 'retention.work' = 'all' as is_of_all
    from   staff s join roles r on r.id = s.role_id
    where  s.disabled_at is null
    and    (r.code is not distinct from 'administrator'
            or r.permissions ? 'retention.figures'
               and r.permissions ->> 'retention.work' in ('team', 'all'))
    order  by s.id`.execute(ctx.db);
  const others = rows.filter(({ isAdministrator }) => !isAdministrator);
  return others.length > 0 ? others : rows;
}
