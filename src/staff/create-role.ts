import type { Ctx } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Grants } from './grants.ts';
import { refuseGrant } from './refuse-grant.ts';

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
