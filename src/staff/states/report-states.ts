import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { visibleTo } from '../../kernel/db/visible-to.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { spanOf, startOf } from './days.ts';
import { stints } from './stints.ts';

export type Spent = {
  readySeconds: number;
  afterCallSeconds: number;
  breakSeconds: number;
  awaySeconds: number;
};

type Person = { id: number; name: string; team: string | null };
type Reported = Person & { days: (Spent & { day: string })[] };

/**
 * How long each person within reach was in each state, day by day of the operator's calendar: only
 * while their screen was open, for a state outlives a closed one.
 */
export async function reportStates(
  ctx: Ctx,
  period: { from: string; to: string },
): Promise<Result<{ people: Reported[] }>> {
  const span = spanOf(ctx, period);
  if (!span.ok) return span;
  const { days } = span.value;
  const starts = days.map((day) => startOf(ctx, day));
  const ends = days.map((day) => startOf(ctx, day, 1));
  const within = visibleTo(ctx, 'staff.states', { owner: 's.id', team: 's.teamId' });
  const inState = (state: string) =>
    sql`coalesce(sum(extract(epoch from least(t.ended, d.ends) - greatest(t.began, d.begins)))
        filter (where t.state = ${state}), 0)::int`;
  const { rows } = await sql<Person & { isDisabled: boolean; day: string | null } & Spent>`
    with who as (select s.id from staff s where ${within})
    select s.id, s.name, m.name as team, s.disabled_at is not null as is_disabled, d.day,
           ${inState('ready')} as ready_seconds, ${inState('after_call')} as after_call_seconds,
           ${inState('break')} as break_seconds, ${inState('away')} as away_seconds
    from   who join staff s on s.id = who.id
    left   join teams m on m.id = s.team_id
    left   join (${stints(ctx, span.value)}) t on t.staff_id = s.id and t.is_here
    left   join unnest(${days}::text[], ${starts}::timestamptz[], ${ends}::timestamptz[])
                as d (day, begins, ends) on t.began < d.ends and t.ended > d.begins
    group  by s.id, m.name, d.day
    order  by s.name, s.id, d.day`.execute(ctx.db);
  const people = new Map<number, Reported>();
  for (const { id, name, team, isDisabled, day, ...spent } of rows) {
    if (isDisabled && day === null) continue;
    const person = people.get(id) ?? { id, name, team, days: [] };
    people.set(id, person);
    if (day !== null) person.days.push({ day, ...spent });
  }
  return ok({ people: [...people.values()] });
}
