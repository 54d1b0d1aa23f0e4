import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { type Fail, fail } from '../../kernel/result.ts';
import type { EntryAction } from '../api/entry.ts';
import { canWork } from '../deals/can-work.ts';

/** What is wrong with what a stage is to do, if anything: a calendar, a team, somebody unknown. */
export async function refuseEntry(ctx: Ctx, entry: readonly EntryAction[]): Promise<Fail | null> {
  const tasks = entry.filter((one) => one.kind === 'task');
  const calendars = tasks.map(({ calendarId }) => calendarId);
  const staff = tasks.flatMap(({ staffId }) => (staffId === null ? [] : [staffId]));
  const teams = entry.flatMap((one) => (one.kind === 'owner' && one.teamId ? [one.teamId] : []));
  // Primary keys.
  const { rows } = await sql<{ calendars: number; staff: number; teams: number }>`
    select (select count(*) from calendars where id = any(${calendars}::bigint[])) as calendars,
           (select count(*) from staff s join roles r on r.id = s.role_id
            where  s.id = any(${staff}::bigint[]) and s.disabled_at is null
            and    ${canWork}) as staff,
           (select count(*) from teams
            where  id = any(${teams}::bigint[]) and archived_at is null) as teams`.execute(ctx.db);
  const [known] = rows;
  const is = (found: number | undefined, ids: number[]): boolean => found === new Set(ids).size;
  if (!is(known?.calendars, calendars)) return fail('sales.no_such_calendar');
  if (!is(known?.staff, staff)) return fail('sales.cannot_work');
  return is(known?.teams, teams) ? null : fail('sales.no_such_team');
}
