import type { Ctx } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { keepLink, type OneTimeLink } from './make-sign-in-link.ts';
import { refusePlace } from './refuse-place.ts';

/** Somebody new, who signs in once they have chosen a password through the link. */
export async function inviteStaff(
  ctx: Ctx,
  input: { name: string; email: string; roleId: number; teamId: number | null; loadLimit: number },
): Promise<Result<{ id: number; link: OneTimeLink }>> {
  const refusal = await refusePlace(ctx, input);
  if (refusal) return refusal;
  const person = await ctx.db
    .insertInto('staff')
    .values({ ...input, createdAt: ctx.clock.now() })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!person) return fail('staff.email_taken', {}, { email: 'staff.email_taken' });
  const { name, email, ...place } = input;
  await emit(ctx, {
    type: 'staff.invited',
    subject: { kind: 'staff', id: person.id },
    facts: place,
    personal: { name, email },
  });
  return ok({ id: person.id, link: await keepLink(ctx, 'invitation', person.id) });
}
