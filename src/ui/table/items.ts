import type { Group, ListRow } from './contract.ts';

/** What stands line by line in the list: rows, and a heading wherever a new group begins. */
export type Item = { kind: 'row'; row: ListRow; index: number } | { kind: 'group'; group: Group };

const same = (a: unknown, b: unknown): boolean =>
  JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Rows come sorted by group, so a heading stands before each row whose group differs. */
export const itemsOf = (
  rows: readonly ListRow[],
  groups: readonly Group[],
  isGrouped: boolean,
): Item[] => {
  const items: Item[] = [];
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1];
    if (isGrouped && (before === undefined || !same(before.group, row.group))) {
      const known = groups.find(({ value }) => same(value, row.group));
      items.push({
        kind: 'group',
        group: known ?? { value: row.group, count: Number.NaN, isEstimate: true },
      });
    }
    items.push({ kind: 'row', row, index });
  }
  return items;
};
