export type Reach = 'own' | 'team' | 'all';
export type Grants = Record<string, Reach>;

const width: Record<Reach, number> = { own: 1, team: 2, all: 3 };

/** How far one may give a permission on: as far as it reaches for oneself. */
export const givableReaches = (own: Reach | undefined): Reach[] =>
  (['own', 'team', 'all'] as const).filter((reach) => own && width[reach] <= width[own]);

/** The grants with one permission given to a reach, or taken away. */
export const withGrant = (grants: Grants, permission: string, reach: Reach | 'none'): Grants => {
  const { [permission]: _, ...rest } = grants;
  return reach === 'none' ? rest : { ...rest, [permission]: reach };
};
