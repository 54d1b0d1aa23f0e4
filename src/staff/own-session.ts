import type { Ctx } from '../kernel/context.ts';
import { type Fail, fail } from '../kernel/result.ts';

export type OwnSession = {
  staffId: number;
  authUserId: number;
  name: string;
  email: string;
  sessionId: number;
};

/** Who asks, when they signed in with a password; an API key may not do what this guards. */
export async function findOwnSession(ctx: Ctx): Promise<OwnSession | Fail> {
  const { actor } = ctx;
  if (actor.kind !== 'staff' || actor.sessionId === undefined) return fail('staff.session_needed');
  const person = await ctx.db
    .selectFrom('staff')
    .select(['id', 'authUserId', 'name', 'email'])
    .where('id', '=', actor.staffId)
    .executeTakeFirst();
  if (!person || person.authUserId === null) return fail('staff.session_needed');
  const { id: staffId, authUserId, name, email } = person;
  return { staffId, authUserId, name, email, sessionId: actor.sessionId };
}
