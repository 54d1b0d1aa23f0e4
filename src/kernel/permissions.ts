import { type Actor, reachOf } from './context.ts';

/** A permission and the domain that asks for it. */
export type KnownPermission = { domain: string; permission: string };

/**
 * What a person does with their own profile, presence, sessions, keys and views: every session may,
 * a key only where it has this scope.
 */
export const ownAffairs = 'me';

let known: readonly KnownPermission[] = [];
let outside: ReadonlySet<string> = new Set();

/** Told once at start: every permission that any domain's wiring lists. */
export function setPermissions(
  wirings: readonly {
    domain: string;
    permissions?: readonly string[];
    outsidePermissions?: readonly string[];
  }[],
): void {
  known = wirings.flatMap(({ domain, permissions = [] }) =>
    permissions.map((permission) => ({ domain, permission })),
  );
  outside = new Set(wirings.flatMap(({ outsidePermissions = [] }) => outsidePermissions));
}

/** In the order of the domains, and within one in the order of its wiring. */
export const knownPermissions = (): readonly KnownPermission[] => known;

/**
 * Whether somebody signs in here but works elsewhere, as a dealer's people do: whoever may do
 * nothing but what such people do. What colleagues share is not told to them.
 */
export function isOutsider(actor: Actor): boolean {
  if (!('permissions' in actor)) return false;
  const may = Object.keys(actor.permissions).filter((one) => reachOf(actor, one) !== null);
  const theirs = may.filter((one) => one !== ownAffairs);
  return theirs.length > 0 && theirs.every((one) => outside.has(one));
}
