import type { Ctx } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import { type Done, type Fail, fail, ok, type Result } from '../kernel/result.ts';
import { forgetActors } from './known-actors.ts';
import type { Grants } from './grants.ts';
import { refuseGrant, refuseRole } from './refuse-grant.ts';

type Change = { id: number; name?: string | undefined; permissions?: Grants | undefined };

/** Everybody who has the role may do the new things, and no longer the old ones, at once. */
export async function changeRole(ctx: Ctx, input: Change): Promise<Result<Done>> {
  const role = await ctx.db
    .selectFrom('roles')
    .select(['id', 'name', 'code', 'permissions'])
    .where('id', '=', input.id)
    .forUpdate()
    .executeTakeFirst();
  if (!role) return fail('staff.role_not_found');
  const refusal = refuseRole(ctx, role) ?? refuseChange(ctx, role.code, input);
  if (refusal) return refusal;
  const name = input.name ?? role.name;
  const permissions = input.permissions ?? (role.permissions as Grants);
  const namesake = await ctx.db
    .selectFrom('roles')
    .select('id')
    .where('name', '=', name)
    .where('id', '!=', input.id)
    .executeTakeFirst();
  if (namesake) return fail('staff.role_name_taken', {}, { name: 'staff.role_name_taken' });
  await ctx.db
    .updateTable('roles')
    .set({ name, permissions: JSON.stringify(permissions) })
    .where('id', '=', input.id)
    .execute();
  await emit(ctx, {
    type: 'staff.role_changed',
    subject: { kind: 'role', id: input.id },
    facts: { name, ...difference(role.permissions as Grants, permissions) },
  });
  forgetActors(ctx);
  return ok({});
}

function refuseChange(ctx: Ctx, code: string | null, input: Change): Fail | null {
  // The administrator's permissions are everything, and names of built-in roles are translated.
  if (code && (input.name !== undefined || code === 'administrator')) {
    return fail('staff.built_in_role');
  }
  return input.permissions ? refuseGrant(ctx, input.permissions) : null;
}

function difference(before: Grants, after: Grants): { given: Grants; taken: string[] } {
  return {
    given: Object.fromEntries(
      Object.entries(after).filter(([permission, reach]) => before[permission] !== reach),
    ),
    taken: Object.keys(before).filter((permission) => !(permission in after)),
  };
}
