import { z } from 'zod';
import type { Import } from '../load-import.ts';
import { type ColumnProfile, emptyProfile } from '../reading/column-profile.ts';
import type { RecordContext } from '../record/reader.ts';

const StoredProfile = z.object({
  filled: z.number(),
  numbers: z.number(),
  dates: z.number(),
  yesNo: z.number(),
  longest: z.number(),
  values: z.array(z.tuple([z.string(), z.number()])),
  hasManyValues: z.boolean(),
  samples: z.array(z.string()),
});

/** The profiles of the columns that become attributes, as far as they have come. */
export function profilesOf(imported: Import, context: RecordContext): Map<number, ColumnProfile> {
  const attributes = context.columns.filter((column) => column.target === 'attribute');
  return new Map(attributes.map(({ index }) => [index, profileOf(imported, index)]));
}

export function profileOf(imported: Import, index: number): ColumnProfile {
  const stored = StoredProfile.safeParse(imported.profiles[String(index)]);
  return stored.success ? { ...stored.data, values: new Map(stored.data.values) } : emptyProfile();
}

/** The profiles as they are kept between two runs of a step. */
export function storedProfiles(
  profiles: ReadonlyMap<number, ColumnProfile>,
): Record<string, unknown> {
  return Object.fromEntries(
    [...profiles].map(([index, profile]) => [
      String(index),
      { ...profile, values: [...profile.values] },
    ]),
  );
}
