import { splitByPart, stratifiedParts } from './parts.ts';
import { randomOf, shuffled } from './random.ts';

/** What one bag learns from, and what it is held against: rows that it never learns from. */
export type Bag = { train: Int32Array; held: Int32Array };

export type BagPlan = { parts: number; repeats: number; mostTrained: number; mostHeld: number };

/**
 * Divides rows into parts, some times anew; each part is held out of one bag. So every row is held
 * out as many times as there are repeats, and what the bags say of it there is as good as new. Of
 * many rows a bag takes no more than the plan allows, at random.
 */
export function dealBags(labels: Uint8Array, rows: Int32Array, plan: BagPlan, seed: number): Bag[] {
  const random = randomOf(seed);
  const some = (from: Int32Array, most: number): Int32Array =>
    from.length > most ? shuffled(from, random).slice(0, most).toSorted() : from;
  const bags: Bag[] = [];
  for (let repeat = 0; repeat < plan.repeats; repeat += 1) {
    const partOf = stratifiedParts(labels, rows, plan.parts, random);
    for (let part = 0; part < plan.parts; part += 1) {
      const { inside, outside } = splitByPart(rows, partOf, part);
      bags.push({ train: some(outside, plan.mostTrained), held: some(inside, plan.mostHeld) });
    }
  }
  return bags;
}
