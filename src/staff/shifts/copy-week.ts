import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { visibleTo } from '../../kernel/db/visible-to.ts';
import { emitMany } from '../../kernel/events/journal.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { startOf } from '../states/days.ts';

/**
 * Plans the seven days from `from` as the seven before them were, by the hours of the clock. What
 * is planned already stays, and what would cross it is left out.
 */
export async function copyWeek(
  ctx: Ctx,
  { from, teamId }: { from: string; teamId?: number | undefined },
): Promise<Result<{ copied: number }>> {
  const { timeZone } = ctx.operator;
  const later = (column: string) =>
    sql`(${sql.ref(column)} at time zone ${timeZone} + interval '7 days') at time zone ${timeZone}`;
  const within = visibleTo(ctx, 'staff.plan_shifts', { owner: 's.id', team: 's.teamId' });
  // shifts_staff (staff_id, ends_at)
  const { rows } = await sql<{ staffId: number }>`
    with who as (
      select s.id from staff s
      where  ${within} and s.disabled_at is null
      and    (${teamId ?? null}::bigint is null or s.team_id = ${teamId ?? null})
      order  by s.id for update),
    copies as (
      select h.staff_id, ${later('h.startsAt')} as starts_at, ${later('h.endsAt')} as ends_at,
             h.breaks
      from   who join shifts h on h.staff_id = who.id
      where  h.starts_at >= ${startOf(ctx, from, -7)} and h.starts_at < ${startOf(ctx, from)})
    insert into shifts (staff_id, starts_at, ends_at, breaks)
    select c.* from copies c
    where  c.ends_at > c.starts_at
    and    not exists (select from shifts o where o.staff_id = c.staff_id
                       and o.ends_at > c.starts_at and o.starts_at < c.ends_at)
    returning staff_id`.execute(ctx.db);
  await emitMany(
    ctx,
    [...new Set(rows.map(({ staffId }) => staffId))].map((id) => ({
      type: 'staff.week_copied',
      subject: { kind: 'staff', id },
      facts: { from },
    })),
  );
  return ok({ copied: rows.length });
}
