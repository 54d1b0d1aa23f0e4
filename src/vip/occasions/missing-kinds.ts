import type { OccasionKind } from '../kinds.ts';

/** Which days are to be found out while getting to know a client. */
const wanted = {
  organisation: ['head', 'contact', 'company'],
  person: ['own'],
} as const satisfies Record<string, readonly OccasionKind[]>;

export const missingKinds = (
  kind: keyof typeof wanted,
  known: ReadonlySet<OccasionKind>,
): OccasionKind[] => wanted[kind].filter((one) => !known.has(one));
