import type { Ctx } from '../src/kernel/context.ts';
import { must } from '../src/kernel/result.ts';
import { createApiKey, inviteStaff } from '../src/staff/index.ts';

const KEYS = 40;

/**
 * An administrator of the bench's own with many API keys, since each has a limit a minute that no
 * person reaches. @returns headers of requests, to be used in turn
 */
export async function signIn(ctx: Ctx): Promise<Record<string, string>[]> {
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
  const headers: Record<string, string>[] = [];
  for (let at = 0; at < KEYS; at++) {
    const made = await createApiKey(
      { ...ctx, actor },
      { name: `bench ${at}`, scopes: ['*'], expiresAt: null },
    );
    headers.push({ authorization: `Bearer ${must(made).key}`, 'x-requested-with': 'bereg' });
  }
  return headers;
}
