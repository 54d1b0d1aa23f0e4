import type { CardGroup, CardItem } from '../cards/groups.ts';
import { type Answer, choices } from '../kinds.ts';

/** The most points that an item of points is given. */
const MOST_POINTS = 4;

export type Scored = {
  /** 0–100, whole; null where nothing that was answered weighs anything. */
  score: number | null;
  /** A critical item has failed: whatever the others came to, it is zero. */
  isZeroed: boolean;
  /** Keys of items that apply and are not answered. */
  missing: string[];
};

/** Items of the parts that apply. */
export const itemsOf = (groups: readonly CardGroup[], applies: readonly string[]): CardItem[] =>
  groups.filter(({ condition }) => applies.includes(condition)).flatMap(({ items }) => items);

/** Whether an item takes such an answer: by its scale, or that it does not apply. */
export const takes = ({ scale }: CardItem, answer: Answer): boolean =>
  choices[scale].some((one) => one === answer);

/** What an answer is worth, from 0 to 1; null where the item does not apply. */
function worthOf(answer: Answer): number | null {
  if (answer === 'na') return null;
  if (answer === 'yes') return 1;
  return answer === 'no' ? 0 : Number(answer) / MOST_POINTS;
}

/**
 * The score of a contact: the share of the weight of what applies that was earned, in whole per
 * cent, halves up. What does not apply weighs nothing; a failed critical item makes all zero.
 */
export function scoreCard(
  groups: readonly CardGroup[],
  applies: readonly string[],
  answers: ReadonlyMap<string, Answer>,
): Scored {
  const missing: string[] = [];
  let weight = 0;
  let earned = 0;
  let isZeroed = false;
  for (const item of itemsOf(groups, applies)) {
    const answer = answers.get(item.key);
    if (answer === undefined) missing.push(item.key);
    const worth = answer === undefined ? null : worthOf(answer);
    if (worth === null) continue;
    weight += item.weight;
    earned += item.weight * worth;
    if (item.isCritical && worth === 0) isZeroed = true;
  }
  if (isZeroed) return { score: 0, isZeroed, missing };
  return { score: weight === 0 ? null : Math.round((100 * earned) / weight), isZeroed, missing };
}
