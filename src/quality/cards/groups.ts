import type { z } from 'zod';
import { type Fail, fail } from '../../kernel/result.ts';
import type { Group } from '../api/cards.ts';

export type CardGroup = z.output<typeof Group>;
export type CardItem = CardGroup['items'][number];

/** A card by which nothing is told: an item stands twice in it, or nothing weighs anything. */
export function refuseGroups(groups: readonly CardGroup[]): Fail | undefined {
  const items = groups.flatMap((group) => group.items);
  if (new Set(items.map(({ key }) => key)).size < items.length) return fail('quality.item_twice');
  // Parts that always apply must weigh something, or a contact could have no score at all.
  const always = groups.filter(({ condition }) => condition === 'always');
  const weighs = always.some((group) => group.items.some(({ weight }) => weight > 0));
  return weighs ? undefined : fail('quality.no_weight');
}
