import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from './context.ts';
import { defineSlot } from './slots.ts';

/** Subscribers, by every id of their clusters, or all of them. */
export type Veiled = 'all' | ReadonlySet<number>;

/**
 * Whose personal data must not be shown to the actor at this moment, e.g. while a caller is
 * unverified. Lists and the search keep to it by themselves; what shows such data otherwise asks.
 */
export const veils = defineSlot<(ctx: Ctx) => Promise<Veiled>>('kernel.veils');

export async function veiledNow(ctx: Ctx): Promise<Veiled> {
  const laid = await Promise.all(veils.fills.map(({ piece }) => piece(ctx)));
  const ids = new Set<number>();
  for (const veiled of laid) {
    if (veiled === 'all') return 'all';
    for (const id of veiled) ids.add(id);
  }
  return ids;
}

/** Whether a veil lies over this one; what is nobody's is never veiled. */
export const isVeiledOf = (veiled: Veiled, subscriberId: number | null): boolean =>
  subscriberId !== null && (veiled === 'all' || veiled.has(subscriberId));

/** The same as a condition on SQL of a subscriber's id; never null. */
export function isUnderVeil(veiled: Veiled, id: RawBuilder<unknown>): RawBuilder<boolean> {
  if (veiled === 'all') return sql`${id} is not null`;
  if (veiled.size === 0) return sql`false`;
  return sql`coalesce(${id} = any(${[...veiled]}::bigint[]), false)`;
}
