import type { FastifyRequest } from 'fastify';
import type { Actor, Ctx } from '../kernel/context.ts';
import { ownAffairs } from '../kernel/permissions.ts';
import { grantsOf, isForOwnAffairs, withinScopes } from './grants.ts';
import { knownActor } from './known-actors.ts';
import { hashToken } from './secrets.ts';

const USE_NOTED_EVERY_SECONDS = 60;

/** Reads `Authorization: Bearer bereg_…`: the key's owner, under the key's scopes. */
export async function recogniseApiKey(ctx: Ctx, request: FastifyRequest): Promise<Actor | null> {
  const [, key] = /^bearer (bereg_[\w-]{20,100})$/i.exec(request.headers.authorization ?? '') ?? [];
  if (!key) return null;
  const keyHash = hashToken(key);
  return knownActor(ctx, `key ${keyHash}`, () => look(ctx, keyHash));
}

async function look(
  ctx: Ctx,
  keyHash: string,
): Promise<{ actor: Actor; expiresAt: Date | null } | null> {
  const now = ctx.clock.now();
  // api_keys_key_hash_key
  const found = await ctx.db
    .selectFrom('apiKeys')
    .innerJoin('staff', 'staff.id', 'apiKeys.staffId')
    .innerJoin('roles', 'roles.id', 'staff.roleId')
    .select(['apiKeys.id', 'apiKeys.scopes', 'apiKeys.expiresAt', 'staff.id as staffId'])
    .select(['staff.name', 'staff.teamId', 'roles.code', 'roles.permissions'])
    .where('apiKeys.keyHash', '=', keyHash)
    .where('apiKeys.revokedAt', 'is', null)
    .where('staff.disabledAt', 'is', null)
    .where((eb) => eb.or([eb('expiresAt', 'is', null), eb('expiresAt', '>', now)]))
    .executeTakeFirst();
  if (!found) return null;
  await noteUse(ctx, found.id, now);
  return {
    expiresAt: found.expiresAt,
    actor: {
      kind: 'api_key',
      staffId: found.staffId,
      teamId: found.teamId,
      name: found.name,
      apiKeyId: found.id,
      permissions: {
        ...withinScopes(grantsOf(found), found.scopes),
        ...(isForOwnAffairs(found.scopes) && { [ownAffairs]: 'own' as const }),
      },
    },
  };
}

async function noteUse(ctx: Ctx, id: number, now: Date): Promise<void> {
  const minuteAgo = new Date(now.getTime() - USE_NOTED_EVERY_SECONDS * 1000);
  await ctx.db
    .updateTable('apiKeys')
    .set({ lastUsedAt: now })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('lastUsedAt', 'is', null), eb('lastUsedAt', '<', minuteAgo)]))
    .execute();
}
