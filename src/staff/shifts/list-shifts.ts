import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { visibleTo } from '../../kernel/db/visible-to.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { startOf } from '../states/days.ts';
import type { Break } from './shift-times.ts';

type Shift = { id: number; version: number; startsAt: Date; endsAt: Date; breaks: Break[] };

type Planned = {
  id: number;
  name: string;
  teamId: number | null;
  team: string | null;
  shifts: Shift[];
};

/** The plan of the seven days from `from`: everybody within reach, with the shifts that begin. */
export async function listShifts(
  ctx: Ctx,
  { from, teamId }: { from: string; teamId?: number | undefined },
): Promise<Result<{ people: Planned[] }>> {
  const within = visibleTo(ctx, 'staff.shifts', { owner: 's.id', team: 's.teamId' });
  // shifts_staff (staff_id, ends_at)
  const { rows } = await sql<Planned>`
    select s.id, s.name, s.team_id, t.name as team, coalesce(p.shifts, '[]') as shifts
    from   staff s
    left   join teams t on t.id = s.team_id
    left   join lateral (
      select jsonb_agg(jsonb_build_object(
               'id', h.id, 'version', h.version, 'startsAt', h.starts_at, 'endsAt', h.ends_at,
               'breaks', h.breaks) order by h.starts_at) as shifts
      from   shifts h
      where  h.staff_id = s.id and h.ends_at > ${startOf(ctx, from)}
      and    h.starts_at >= ${startOf(ctx, from)} and h.starts_at < ${startOf(ctx, from, 7)}) p
           on true
    where  ${within} and s.disabled_at is null
    and    (${teamId ?? null}::bigint is null or s.team_id = ${teamId ?? null})
    order  by t.name nulls last, s.name, s.id`.execute(ctx.db);
  return ok({ people: rows });
}
