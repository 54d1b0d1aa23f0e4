import type { Needs } from './needs.ts';
import { canBeSold, type Line, marginMinor, type Offer } from './offers.ts';

/** How many of those who have a tariff keep a further service beside it. */
export type Kept = { productId: number; keptPercent: number };

export type Further = { offer: Offer; isNeeded: boolean; keptPercent: number };

const MOST_FURTHER = 2;
/** What fewer keep is no argument. */
const LEAST_KEPT_PERCENT = 10;

/**
 * One or two further services: what serves a need that was named goes before what only many keep.
 * @param leftOut products that are had or chosen already
 */
export function recommendFurther(
  needs: Needs,
  lines: readonly Line[],
  offers: readonly Offer[],
  {
    kept,
    leftOut,
    leastMarginPercent,
  }: {
    kept: readonly Kept[];
    leftOut: readonly number[];
    leastMarginPercent: number;
  },
): Further[] {
  const keptOf = new Map(kept.map(({ productId, keptPercent }) => [productId, keptPercent]));
  const found = offers
    .filter(
      (offer) =>
        offer.kind !== 'tariff' &&
        !leftOut.includes(offer.productId) &&
        canBeSold(offer, lines, leastMarginPercent),
    )
    .map((offer) => ({
      offer,
      served: needs.uses.filter((use) => offer.serves.includes(use)).length,
      keptPercent: keptOf.get(offer.productId) ?? 0,
    }))
    .filter(({ served, keptPercent }) => served > 0 || keptPercent >= LEAST_KEPT_PERCENT)
    .toSorted(
      (a, b) =>
        b.served - a.served ||
        b.keptPercent - a.keptPercent ||
        marginMinor(b.offer) - marginMinor(a.offer) ||
        a.offer.versionId - b.offer.versionId,
    );
  return found
    .slice(0, MOST_FURTHER)
    .map(({ offer, served, keptPercent }) => ({ offer, isNeeded: served > 0, keptPercent }));
}
