import { isDeepStrictEqual } from 'node:util';

/** Per chosen field: what stood there before the merge, and what was chosen from the other one. */
export type Overlay = Record<string, { before: unknown; chosen: unknown }>;

type Fields = Readonly<Record<string, unknown>>;

/** The overlay of a merge: of the fields taken, those in which the two differ. */
export function overlayOf(into: Fields, from: Fields, take: readonly string[]): Overlay {
  const overlay: Overlay = {};
  for (const field of take) {
    const before = into[field] ?? null;
    const chosen = from[field] ?? null;
    if (!isDeepStrictEqual(before, chosen)) overlay[field] = { before, chosen };
  }
  return overlay;
}

/** Where a field stands after a merge: in the row itself, or in the memory of a later merge. */
export type Standing = {
  field: string;
  before: unknown;
  now: unknown;
  later: { mergeId: number; chosen: unknown } | null;
};

/**
 * What undoing a merge meets, field by field. A later merge into the same one, not undone, holds as
 * its `before` what this one chose: there the value goes back to, not into the row.
 * @param row the present values of the one merged into
 * @param later overlays of later merges into it, oldest first
 */
export function standings(
  overlay: Overlay,
  row: Fields,
  later: readonly { mergeId: number; overlay: Overlay }[],
): { putBack: Standing[]; edited: Standing[] } {
  const all = Object.entries(overlay).map(([field, { before, chosen }]) => {
    const holder = later.find((merge) => field in merge.overlay);
    const held = holder?.overlay[field];
    const now = held ? held.before : (row[field] ?? null);
    const covered = holder && { mergeId: holder.mergeId, chosen: held?.chosen };
    const standing = { field, before, now, later: covered ?? null };
    return { standing, isEdited: !isDeepStrictEqual(now, chosen) };
  });
  return {
    putBack: all.filter((one) => !one.isEdited).map((one) => one.standing),
    edited: all.filter((one) => one.isEdited).map((one) => one.standing),
  };
}
