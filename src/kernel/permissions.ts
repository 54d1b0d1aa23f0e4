/** A permission and the domain that asks for it. */
export type KnownPermission = { domain: string; permission: string };

/**
 * What a person does with their own profile, presence, sessions, keys and views: every session may,
 * a key only where it has this scope.
 */
export const ownAffairs = 'me';

let known: readonly KnownPermission[] = [];

/** Told once at start: every permission that any domain's wiring lists. */
export function setPermissions(
  wirings: readonly { domain: string; permissions?: readonly string[] }[],
): void {
  known = wirings.flatMap(({ domain, permissions = [] }) =>
    permissions.map((permission) => ({ domain, permission })),
  );
}

/** In the order of the domains, and within one in the order of its wiring. */
export const knownPermissions = (): readonly KnownPermission[] => known;
