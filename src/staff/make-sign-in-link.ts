import type { Ctx } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { findManaged } from './find-managed.ts';
import { hashToken, randomToken } from './secrets.ts';

export type LinkPurpose = 'first_administrator' | 'invitation' | 'reset';
export type OneTimeLink = { path: string; expiresAt: Date };

const HOUR_MS = 3_600_000;

/** An invitation may wait for Monday; a lost password must not lie about for long. */
const validHours: Record<LinkPurpose, number> = {
  first_administrator: 24,
  invitation: 7 * 24,
  reset: 24,
};

/** For an administrator to hand over: the first password of somebody invited, or a new one. */
export async function makeSignInLink(
  ctx: Ctx,
  input: { id: number },
): Promise<Result<OneTimeLink>> {
  const person = await findManaged(ctx, input.id);
  if ('ok' in person) return person;
  const { id, authUserId, disabledAt } = person;
  if (disabledAt) return fail('staff.disabled');
  const purpose = authUserId === null ? 'invitation' : 'reset';
  await emit(ctx, {
    type: 'staff.sign_in_link_made',
    subject: { kind: 'staff', id },
    facts: { purpose },
  });
  return ok(await keepLink(ctx, purpose, id));
}

/** Makes a link and kills those before it; only a hash of its token is kept. */
export async function keepLink(
  ctx: Ctx,
  purpose: LinkPurpose,
  staffId: number | null,
): Promise<OneTimeLink> {
  const token = randomToken();
  const now = ctx.clock.now();
  const expiresAt = new Date(now.getTime() + validHours[purpose] * HOUR_MS);
  await dropLinks(ctx, staffId);
  await ctx.db
    .insertInto('signInLinks')
    .values({ tokenHash: hashToken(token), purpose, staffId, expiresAt, createdAt: now })
    .execute();
  return { path: `/welcome?token=${token}`, expiresAt };
}

/** Ends the unused links of a person, or of the first administrator to be. */
export async function dropLinks(ctx: Ctx, staffId: number | null): Promise<void> {
  // sign_in_links_staff
  await ctx.db
    .deleteFrom('signInLinks')
    .where('usedAt', 'is', null)
    .where('staffId', 'is not distinct from', staffId)
    .execute();
}
