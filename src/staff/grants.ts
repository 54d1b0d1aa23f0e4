import type { Reach } from '../kernel/context.ts';
import { knownPermissions, ownAffairs } from '../kernel/permissions.ts';

/** Permission → how far it reaches. What is not listed is not permitted. */
export type Grants = Readonly<Record<string, Reach>>;

/** A scope of an API key that stands for everything its owner may do. */
export const everyScope = '*';

const width: Record<Reach, number> = { own: 1, team: 2, all: 3 };

/** Whether `mine` reaches at least as far as `theirs` in every permission. */
export function covers(mine: Grants, theirs: Grants): boolean {
  return Object.entries(theirs).every(([permission, reach]) => {
    const own = mine[permission];
    return own !== undefined && width[own] >= width[reach];
  });
}

/** What is left of the grants under an API key's scopes. */
export function withinScopes(grants: Grants, scopes: readonly string[]): Grants {
  if (scopes.includes(everyScope)) return grants;
  return Object.fromEntries(
    Object.entries(grants).filter(([permission]) => scopes.includes(permission)),
  );
}

/** Whether a key with these scopes acts in its owner's own affairs: profile, presence, sessions. */
export function isForOwnAffairs(scopes: readonly string[]): boolean {
  return scopes.includes(everyScope) || scopes.includes(ownAffairs);
}

/** Everything that any domain knows, for everybody's rows. */
export function everything(): Grants {
  return Object.fromEntries(knownPermissions().map(({ permission }) => [permission, 'all']));
}

/**
 * What a role permits today. The administrator's is computed, so a new version's permissions need
 * no hand; of any other role, permissions that no domain knows any more are left out.
 */
export function grantsOf(role: { code: string | null; permissions: unknown }): Grants {
  const all = everything();
  if (role.code === 'administrator') return all;
  const given = role.permissions as Grants;
  return Object.fromEntries(Object.entries(given).filter(([permission]) => permission in all));
}
