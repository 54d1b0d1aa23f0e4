import type { Ctx } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../kernel/result.ts';
import { refuseRole } from './refuse-grant.ts';

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
