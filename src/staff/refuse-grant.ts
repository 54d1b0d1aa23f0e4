import type { Actor, Ctx } from '../kernel/context.ts';
import { type Fail, fail } from '../kernel/result.ts';
import { covers, everything, type Grants, grantsOf } from './grants.ts';

/** What the actor may do; work that nobody asked for may do everything. */
export function ownGrants(actor: Actor): Grants {
  if (actor.kind === 'public') return {};
  return actor.kind === 'system' ? everything() : actor.permissions;
}

/**
 * Nobody hands out, takes over or changes more than they may do themselves: otherwise one could
 * raise oneself through another person's role, password or key.
 * @returns the failure, or null when the grants are within the actor's own
 */
export function refuseGrant(ctx: Ctx, grants: Grants): Fail | null {
  const all = everything();
  const unknown = Object.keys(grants).find((permission) => !(permission in all));
  if (unknown) return fail('staff.unknown_permission', { permission: unknown });
  return covers(ownGrants(ctx.actor), grants) ? null : fail('staff.above_own_permissions');
}

/** The same for a role that is given away or changed. */
export function refuseRole(
  ctx: Ctx,
  role: { code: string | null; permissions: unknown },
): Fail | null {
  return covers(ownGrants(ctx.actor), grantsOf(role)) ? null : fail('staff.above_own_permissions');
}

/** Scopes may name more than their owner has today; they only ever take away. */
export function refuseScopes(scopes: readonly string[]): Fail | null {
  const all = everything();
  const unknown = scopes.find((permission) => !(permission in all));
  return unknown ? fail('staff.unknown_permission', { permission: unknown }) : null;
}
