import { type Expression, type SqlBool, sql } from 'kysely';
import { z } from 'zod';
import { makeCursor, readCursor } from '../kernel/api/cursor.ts';
import type { Ctx } from '../kernel/context.ts';
import { isWithinReach, visibleTo } from '../kernel/db/visible-to.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { isHere, type PresenceState } from './presence.ts';

type Filter = {
  cursor?: string | undefined;
  limit: number;
  query?: string | undefined;
  teamId?: number | undefined;
  isDisabled?: boolean | undefined;
};

type Row = {
  id: number;
  name: string;
  email: string;
  roleId: number;
  roleCode: string | null;
  roleName: string;
  teamId: number | null;
  teamName: string | null;
  loadLimit: number;
  disabledAt: Date | null;
  authUserId: number | null;
  hasSecondFactor: boolean;
  state: PresenceState | null;
  stateSince: Date | null;
  lastSeenAt: Date | null;
};

/** A page of people by name. The cursor is the last row's name and id. */
export async function listStaff(ctx: Ctx, filter: Filter) {
  const after = readPlace(filter.cursor);
  if (!after.ok) return after;
  const { rows } = await sql<Row>`
    select s.id, s.name, s.email, s.role_id, r.code as role_code, r.name as role_name,
           s.team_id, t.name as team_name, s.load_limit, s.disabled_at, s.auth_user_id,
           coalesce(u.two_factor_enabled, false) as has_second_factor,
           p.state, p.state_since, p.last_seen_at
    from   staff s
    join   roles r on r.id = s.role_id
    left   join teams t on t.id = s.team_id
    left   join auth_users u on u.id = s.auth_user_id
    left   join presence p on p.staff_id = s.id
    where  ${sql.join(conditions(ctx, filter, after.value), sql` and `)}
    order  by s.name, s.id
    limit  ${filter.limit + 1}`.execute(ctx.db);
  const page = rows.slice(0, filter.limit);
  const last = rows.length > page.length ? page.at(-1) : undefined;
  return ok({
    staff: page.map((row) => colleague(ctx, row)),
    nextCursor: last ? makeCursor([last.name, last.id]) : null,
  });
}

/** Whoever manages people; of others only what colleagues need of each other is told. */
const managing = 'staff.manage';

function conditions(
  ctx: Ctx,
  filter: Filter,
  after: [string, number] | null,
): Expression<SqlBool>[] {
  const all = [sql<SqlBool>`true`];
  if (after) all.push(sql`(s.name, s.id) > (${after[0]}, ${after[1]})`);
  if (filter.teamId !== undefined) all.push(sql`s.team_id = ${filter.teamId}`);
  if (filter.isDisabled !== undefined) {
    all.push(sql`(s.disabled_at is not null) = ${filter.isDisabled}`);
  }
  if (filter.query) {
    const words = `%${filter.query.replace(/[\\%_]/g, '\\$&')}%`;
    const isManaged = visibleTo(ctx, managing, { owner: 's.id', team: 's.teamId' });
    all.push(sql`(s.name ilike ${words} or (${isManaged} and s.email ilike ${words}))`);
  }
  return all;
}

const Place = z.tuple([z.string().regex(/^[^\0]*$/), z.int()]);

function readPlace(cursor: string | undefined): Result<[string, number] | null> {
  if (cursor === undefined) return ok(null);
  const place = readCursor(cursor, Place);
  return place ? ok(place) : fail('staff.bad_cursor');
}

function colleague({ actor, clock }: Ctx, row: Row) {
  const { disabledAt, authUserId, state, stateSince, lastSeenAt, ...rest } = row;
  const { email, hasSecondFactor, ...told } = rest;
  const isManaged = isWithinReach(actor, managing, { ownerStaffId: row.id, teamId: row.teamId });
  return {
    ...told,
    email: isManaged ? email : null,
    hasSecondFactor: isManaged ? hasSecondFactor : null,
    isDisabled: disabledAt !== null,
    isInvited: authUserId === null,
    presence:
      state && stateSince && lastSeenAt
        ? { state, since: stateSince, isHere: isHere(lastSeenAt, clock.now()) }
        : null,
  };
}
