import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../kernel/context.ts';
import { grantsOf, covers } from './grants.ts';
import { ownGrants } from './refuse-grant.ts';

/** Few rows: an operator has a handful of roles. Built-in ones first, then by name. */
export async function listRoles(ctx: Ctx) {
  const rows = await ctx.db
    .selectFrom('roles')
    .select(['id', 'name', 'code', 'permissions'])
    .select((eb) =>
      eb
        .selectFrom('staff')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('staff.roleId', '=', 'roles.id')
        .where('staff.disabledAt', 'is', null)
        .as('staffCount'),
    )
    .orderBy(sql`array_position(array['administrator', 'supervisor', 'agent', 'dealer'], code)`)
    .orderBy('name')
    .execute();
  const own = ownGrants(ctx.actor);
  return rows.map((row) => {
    const permissions = grantsOf(row);
    return {
      id: row.id,
      name: row.name,
      code: row.code,
      permissions,
      staffCount: row.staffCount ?? 0,
      isWithinOwn: covers(own, permissions),
    };
  });
}

export async function listTeams(ctx: Ctx) {
  const rows = await ctx.db
    .selectFrom('teams')
    .select(['id', 'name', 'archivedAt'])
    .select((eb) =>
      eb
        .selectFrom('staff')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('staff.teamId', '=', 'teams.id')
        .where('staff.disabledAt', 'is', null)
        .as('staffCount'),
    )
    .orderBy('name')
    .execute();
  return rows.map(({ id, name, archivedAt, staffCount }) => ({
    id,
    name,
    staffCount: staffCount ?? 0,
    isArchived: archivedAt !== null,
  }));
}

/** Keys of the person who asks, newest first; revoked ones too, for they explain the audit. */
export async function listOwnKeys(ctx: Ctx) {
  // api_keys_staff
  return ctx.db
    .selectFrom('apiKeys')
    .select(['id', 'name', 'prefix', 'scopes', 'createdAt', 'expiresAt', 'lastUsedAt', 'revokedAt'])
    .where('staffId', '=', staffIdOf(ctx.actor))
    .orderBy('id', 'desc')
    .execute();
}

type SessionRow = {
  id: number;
  address: string | null;
  userAgent: string | null;
  startedAt: Date;
  lastUsedAt: Date;
  expiresAt: Date;
};

/** Where the person who asks is signed in, the latest use first. */
export async function listOwnSessions(ctx: Ctx) {
  const current = ctx.actor.kind === 'staff' ? ctx.actor.sessionId : undefined;
  // auth_sessions_user; the library counts by the machine's clock
  const { rows } = await sql<SessionRow>`
    select a.id, a.ip_address as address, a.user_agent, a.created_at as started_at,
           a.updated_at as last_used_at, a.expires_at
    from   auth_sessions a join staff s on s.auth_user_id = a.user_id
    where  s.id = ${staffIdOf(ctx.actor)} and a.expires_at > now()
    order  by a.updated_at desc, a.id desc`.execute(ctx.db);
  return rows.map((row) => ({ ...row, isCurrent: row.id === current }));
}
