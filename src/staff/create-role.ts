import type { Ctx } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../kernel/result.ts';
import type { Grants } from './grants.ts';
import { refuseGrant, refuseRole } from './refuse-grant.ts';

export async function createRole(
  ctx: Ctx,
  input: { name: string; permissions: Grants },
): Promise<Result<{ id: number }>> {
  const refusal = refuseGrant(ctx, input.permissions);
  if (refusal) return refusal;
  const role = await ctx.db
    .insertInto('roles')
    .values({
      name: input.name,
      permissions: JSON.stringify(input.permissions),
      createdAt: ctx.clock.now(),
    })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!role) return fail('staff.role_name_taken', {}, { name: 'staff.role_name_taken' });
  await emit(ctx, {
    type: 'staff.role_created',
    subject: { kind: 'role', id: role.id },
    facts: { name: input.name, permissions: input.permissions },
  });
  return ok({ id: role.id });
}

/** Undoes it for a role that nobody has. */
export async function removeRole(ctx: Ctx, input: { id: number }): Promise<Result<Done>> {
  const role = await ctx.db
    .selectFrom('roles')
    .select(['id', 'name', 'code', 'permissions'])
    .where('id', '=', input.id)
    .forUpdate()
    .executeTakeFirst();
  if (!role) return fail('staff.role_not_found');
  if (role.code) return fail('staff.built_in_role');
  const refusal = refuseRole(ctx, role);
  if (refusal) return refusal;
  // staff_role
  const holder = await ctx.db
    .selectFrom('staff')
    .select('id')
    .where('roleId', '=', role.id)
    .executeTakeFirst();
  if (holder) return fail('staff.role_in_use');
  await ctx.db.deleteFrom('roles').where('id', '=', role.id).execute();
  await emit(ctx, {
    type: 'staff.role_removed',
    subject: { kind: 'role', id: role.id },
    facts: { name: role.name, permissions: role.permissions },
  });
  return ok({});
}
