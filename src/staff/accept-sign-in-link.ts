import type { Actor, Ctx } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { hasAdministrator } from './first-administrator.ts';
import { forgetActors } from './known-actors.ts';
import type { LinkPurpose } from './make-sign-in-link.ts';
import { createSignIn, renameSignIn, replacePassword } from './passwords.ts';
import { hashToken } from './secrets.ts';
import { endSessions } from './sessions.ts';
import { isWeakPassword } from './weak-password.ts';

type Used = {
  token: string;
  password: string;
  name?: string | undefined;
  email?: string | undefined;
};

/** What a link is for; nothing is used up by looking. */
export async function lookAtLink(ctx: Ctx, input: { token: string }) {
  const link = await findLink(ctx, input.token);
  if (!link) return fail('staff.link_gone');
  const { purpose, name, email } = link;
  return ok({ purpose, operator: ctx.operator.name, name: name ?? '', email: email ?? '' });
}

/**
 * The person behind a link chooses a password: the first administrator comes to be, somebody
 * invited gets in, or somebody who lost the old one is signed out everywhere.
 */
export async function acceptSignInLink(ctx: Ctx, input: Used): Promise<Result<{ email: string }>> {
  const link = await findLink(ctx, input.token);
  if (!link) return fail('staff.link_gone');
  const name = input.name ?? link.name;
  const email = link.email ?? input.email;
  if (!name || !email) return fail('staff.name_and_email_needed');
  if (isWeakPassword(input.password, { name, email })) {
    return fail('staff.weak_password', {}, { password: 'staff.weak_password' });
  }
  const staffId = link.staffId ?? (await createFirstAdministrator(ctx, { name, email }));
  if (staffId === null) return fail('staff.email_taken', {}, { email: 'staff.email_taken' });
  const authUserId = await setPassword(ctx, link.authUserId, {
    name,
    email,
    password: input.password,
  });
  await ctx.db.updateTable('staff').set({ authUserId, name }).where('id', '=', staffId).execute();
  await ctx.db
    .updateTable('signInLinks')
    .set({ usedAt: ctx.clock.now(), staffId })
    .where('id', '=', link.id)
    .execute();
  // Whoever holds the link is that person, as far as we can know.
  const actor: Actor = { kind: 'staff', staffId, teamId: null, name, permissions: {} };
  await emit(
    { ...ctx, actor },
    {
      type: 'staff.password_chosen',
      subject: { kind: 'staff', id: staffId },
      facts: { purpose: link.purpose },
    },
  );
  forgetActors(ctx);
  return ok({ email });
}

async function findLink(ctx: Ctx, token: string) {
  const link = await ctx.db
    .selectFrom('signInLinks')
    .leftJoin('staff', 'staff.id', 'signInLinks.staffId')
    .select(['signInLinks.id', 'signInLinks.purpose', 'signInLinks.staffId'])
    .select(['staff.name', 'staff.email', 'staff.authUserId'])
    .where('tokenHash', '=', hashToken(token))
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', ctx.clock.now())
    .where('staff.disabledAt', 'is', null)
    .forUpdate('signInLinks')
    .executeTakeFirst();
  if (link?.purpose === 'first_administrator' && (await hasAdministrator(ctx))) return undefined;
  return link && { ...link, purpose: link.purpose as LinkPurpose };
}

async function createFirstAdministrator(
  ctx: Ctx,
  person: { name: string; email: string },
): Promise<number | null> {
  const made = await ctx.db
    .insertInto('staff')
    .values((eb) => ({
      ...person,
      roleId: eb.selectFrom('roles').select('id').where('code', '=', 'administrator'),
      createdAt: ctx.clock.now(),
    }))
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
  return made?.id ?? null;
}

async function setPassword(
  ctx: Ctx,
  authUserId: number | null,
  person: { name: string; email: string; password: string },
): Promise<number> {
  if (authUserId === null) return createSignIn(ctx, person);
  await replacePassword(ctx, authUserId, person.password);
  await renameSignIn(ctx, authUserId, person);
  await endSessions(ctx, authUserId);
  return authUserId;
}
