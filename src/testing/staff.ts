import type { Actor, Reach } from '../kernel/context.ts';
import { must } from '../kernel/result.ts';
import { createApiKey, createRole, createTeam, inviteStaff } from '../staff/index.ts';
import type { As, World } from './world.ts';

export type SignedIn = {
  staffId: number;
  teamId: number | null;
  /** Headers that make a request this person's: `world.via(api)('GET /api/x', {}, me.as)`. */
  as: As;
};

let count = 0;

/**
 * Somebody who works here and may ask through HTTP, by an API key that carries all they may do.
 * @param who.role a built-in role; the administrator where neither role nor permissions are given
 * @param who.permissions a role of their own instead: names that reach everybody's rows, or a reach
 *   for each
 * @param who.team a team's name; the same name is the same team
 */
export async function signedIn(
  world: World,
  who: {
    role?: 'administrator' | 'supervisor' | 'agent' | 'dealer';
    permissions?: readonly string[] | Readonly<Record<string, Reach>>;
    team?: string;
    name?: string;
    loadLimit?: number;
  } = {},
): Promise<SignedIn> {
  const { ctx } = world;
  count += 1;
  const roleId = who.permissions
    ? must(await createRole(ctx, { name: `Роль ${count}`, permissions: asGrants(who.permissions) }))
        .id
    : await builtIn(world, who.role ?? 'administrator');
  const teamId = who.team === undefined ? null : await teamOf(world, who.team);
  const name = who.name ?? `Сотрудник ${count}`;
  const { id: staffId } = must(
    await inviteStaff(ctx, {
      name,
      email: `staff-${count}@example.test`,
      roleId,
      teamId,
      loadLimit: who.loadLimit ?? 3,
    }),
  );
  const actor: Actor = { kind: 'staff', staffId, teamId, name, permissions: {} };
  const made = await createApiKey(
    { ...ctx, actor },
    { name: 'Тест', scopes: ['*'], expiresAt: null },
  );
  return { staffId, teamId, as: { authorization: `Bearer ${must(made).key}` } };
}

function asGrants(
  permissions: readonly string[] | Readonly<Record<string, Reach>>,
): Readonly<Record<string, Reach>> {
  if (!Array.isArray(permissions)) return permissions as Readonly<Record<string, Reach>>;
  return Object.fromEntries(permissions.map((permission: string) => [permission, 'all']));
}

async function builtIn({ ctx }: World, code: string): Promise<number> {
  const role = await ctx.db
    .selectFrom('roles')
    .select('id')
    .where('code', '=', code)
    .executeTakeFirstOrThrow();
  return role.id;
}

async function teamOf({ ctx }: World, name: string): Promise<number> {
  const team = await ctx.db
    .selectFrom('teams')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirst();
  return team?.id ?? must(await createTeam(ctx, { name })).id;
}
