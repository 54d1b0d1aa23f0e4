import type { Ctx } from '../src/kernel/context.ts';
import { must } from '../src/kernel/result.ts';
import { createApiKey, inviteStaff } from '../src/staff/index.ts';

/** An administrator of the bench's own, by an API key. @returns headers of its requests */
export async function signIn(ctx: Ctx): Promise<Record<string, string>> {
  const role = await ctx.db
    .selectFrom('roles')
    .select('id')
    .where('code', '=', 'administrator')
    .executeTakeFirstOrThrow();
  const email = `bench-${Date.now()}@example.test`;
  const staff = must(
    await inviteStaff(ctx, { name: 'Bench', email, roleId: role.id, teamId: null, loadLimit: 3 }),
  );
  const actor = {
    kind: 'staff' as const,
    staffId: staff.id,
    teamId: null,
    name: 'Bench',
    permissions: {},
  };
  const key = must(
    await createApiKey({ ...ctx, actor }, { name: 'bench', scopes: ['*'], expiresAt: null }),
  );
  return { authorization: `Bearer ${key.key}`, 'x-requested-with': 'bereg' };
}
