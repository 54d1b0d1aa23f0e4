import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../kernel/context.ts';
import { fail, ok } from '../kernel/result.ts';
import { isHere, type PresenceState } from './presence.ts';
import { ownGrants } from './refuse-grant.ts';

type Row = {
  id: number;
  name: string;
  email: string;
  language: 'ru' | 'en' | null;
  dialWith: 'tel' | 'sip';
  sipDomain: string | null;
  extension: string | null;
  roleId: number;
  roleName: string;
  roleCode: string | null;
  teamId: number | null;
  teamName: string | null;
  hasSecondFactor: boolean;
  state: PresenceState | null;
  stateSince: Date | null;
  lastSeenAt: Date | null;
};

/** What the web app loads first. */
export async function showMe(ctx: Ctx) {
  const { rows } = await sql<Row>`
    select s.id, s.name, s.email, s.language, s.dial_with, s.sip_domain, s.extension,
           r.id as role_id, r.name as role_name, r.code as role_code,
           t.id as team_id, t.name as team_name,
           coalesce(u.two_factor_enabled, false) as has_second_factor,
           p.state, p.state_since, p.last_seen_at
    from   staff s
    join   roles r on r.id = s.role_id
    left   join teams t on t.id = s.team_id
    left   join auth_users u on u.id = s.auth_user_id
    left   join presence p on p.staff_id = s.id
    where  s.id = ${staffIdOf(ctx.actor)}`.execute(ctx.db);
  const [row] = rows;
  if (!row) return fail('staff.not_found');
  const { id, name, email, language, dialWith, sipDomain, extension, hasSecondFactor } = row;
  const { state, stateSince, lastSeenAt } = row;
  const { schema: _schema, ...operator } = ctx.operator;
  return ok({
    id,
    name,
    email,
    language,
    dialWith,
    sipDomain,
    extension,
    hasSecondFactor,
    operator,
    role: { id: row.roleId, name: row.roleName, code: row.roleCode },
    team: row.teamId === null ? null : { id: row.teamId, name: row.teamName ?? '' },
    isSession: ctx.actor.kind === 'staff',
    permissions: ownGrants(ctx.actor),
    presence:
      state && stateSince && lastSeenAt
        ? { state, since: stateSince, isHere: isHere(lastSeenAt, ctx.clock.now()) }
        : null,
  });
}
