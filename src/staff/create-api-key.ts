import { type Ctx, staffIdOf } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import { ownAffairs } from '../kernel/permissions.ts';
import { type Done, fail, ok, type Result } from '../kernel/result.ts';
import { everyScope } from './grants.ts';
import { forgetActors } from './known-actors.ts';
import { refuseScopes } from './refuse-grant.ts';
import { hashToken, randomToken } from './secrets.ts';

const shownLength = 12;

/**
 * Makes a key that acts as its maker, with at most the scopes given.
 * @returns the key itself, which is kept nowhere
 */
export async function createApiKey(
  ctx: Ctx,
  input: { name: string; scopes: readonly string[]; expiresAt: string | null },
): Promise<Result<{ id: number; key: string }>> {
  const staffId = staffIdOf(ctx.actor);
  // A stolen key must not be able to leave another one behind.
  if (ctx.actor.kind !== 'staff' || staffId === null) return fail('staff.session_needed');
  const refusal = refuseScopes(
    input.scopes.filter((scope) => scope !== everyScope && scope !== ownAffairs),
  );
  if (refusal) return refusal;
  const expiresAt = input.expiresAt ? new Date(input.expiresAt) : null;
  if (expiresAt && expiresAt <= ctx.clock.now()) return fail('staff.expired_already');
  const key = `bereg_${randomToken()}`;
  const made = await ctx.db
    .insertInto('apiKeys')
    .values({
      staffId,
      name: input.name,
      prefix: key.slice(0, shownLength),
      keyHash: hashToken(key),
      scopes: [...new Set(input.scopes)],
      createdAt: ctx.clock.now(),
      expiresAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await emit(ctx, {
    type: 'staff.api_key_created',
    subject: { kind: 'api_key', id: made.id },
    facts: { staffId, scopes: input.scopes },
  });
  return ok({ id: made.id, key });
}

/** Ends one of the actor's own keys at once. It stays listed, for it explains the audit. */
export async function revokeApiKey(ctx: Ctx, input: { id: number }): Promise<Result<Done>> {
  const revoked = await ctx.db
    .updateTable('apiKeys')
    .set({ revokedAt: ctx.clock.now() })
    .where('id', '=', input.id)
    .where('staffId', '=', staffIdOf(ctx.actor))
    .where('revokedAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!revoked) return fail('staff.key_not_found');
  await emit(ctx, { type: 'staff.api_key_revoked', subject: { kind: 'api_key', id: revoked.id } });
  forgetActors(ctx);
  return ok({});
}
