import type { ImportKind } from './kinds.ts';
import type { ImportCounts } from './shapes.ts';

/** A figure that is told, by the name of its words and of what was counted. */
type Told = { name: string; of: keyof ImportCounts };

const same = (...names: (keyof ImportCounts)[]): Told[] => names.map((of) => ({ name: of, of }));

/** What a check and an applied import tell of their rows. */
export const tallies: Record<ImportKind, { check: readonly Told[]; result: readonly Told[] }> = {
  subscribers: {
    check: same('toCreate', 'toUpdate', 'repeated', 'newTariffs', 'duplicates'),
    result: same('created', 'updated', 'unchanged'),
  },
  tickets: {
    check: same('toCreate', 'known', 'repeated'),
    result: [...same('created'), { name: 'known', of: 'unchanged' }],
  },
  coverage: {
    check: same('toCreate', 'toUpdate', 'repeated'),
    result: same('created', 'updated', 'unchanged'),
  },
  usage: {
    check: same('toCreate', 'known', 'repeated'),
    result: [...same('created'), { name: 'known', of: 'unchanged' }],
  },
};
