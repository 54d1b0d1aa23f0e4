import { randomId } from '../../../ui/random-id.ts';
import type { Group, Item } from '../client.ts';

export type ItemValues = Omit<Item, 'weight'> & { weight: number | undefined };
export type GroupValues = Omit<Group, 'items'> & { id: number; items: ItemValues[] };

let made = 0;

/** Items of a version made here are told from those of others by more than their order. */
const newKey = (): string => `i-${randomId().slice(0, 13)}`;

const nextId = (): number => {
  made += 1;
  return made;
};

export const emptyItem = (): ItemValues => ({
  key: newKey(),
  title: '',
  hint: '',
  scale: 'yes_no',
  weight: 10,
  isCritical: false,
  known: null,
});

export const emptyGroup = (): GroupValues => ({
  id: nextId(),
  title: '',
  condition: 'always',
  items: [emptyItem()],
});

export const groupsOf = (groups: readonly Group[]): GroupValues[] =>
  groups.map((group) => ({ ...group, id: nextId() }));

/** Groups as the server takes them; an item without a weight counts for nothing. */
export const keptGroups = (groups: readonly GroupValues[]): Group[] =>
  groups.map(({ title, condition, items }) => ({
    title,
    condition,
    items: items.map(({ weight = 0, ...item }) => ({ ...item, weight })),
  }));
