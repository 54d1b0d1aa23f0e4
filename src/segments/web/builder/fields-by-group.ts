import type { BuilderField } from './use-fields.ts';

type Item = { value: string; label: string };

/** Fields to choose from, by whose they are; what is counted and summed stands first. */
export function fieldsByGroup(fields: readonly BuilderField[]): { group: string; items: Item[] }[] {
  const groups = Map.groupBy(fields, ({ group }) => group);
  return [...groups].map(([group, own]) => ({
    group,
    items: own
      .toSorted((a, b) => Number(b.isSummed) - Number(a.isSummed))
      .map(({ key, label }) => ({ value: key, label })),
  }));
}
