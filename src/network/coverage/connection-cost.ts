import type { Cost } from '../api/check.ts';
import type { Terms } from '../api/shapes.ts';

/**
 * What connecting costs by its terms: the base, and each metre of cable beyond those included.
 * @param metres of cable to the house; without them the base alone
 * @param monthlyFeeMinor of the tariff that is taken, which may make it free
 * @returns sums in minor units; the total is null where the house is too far for these terms
 */
export function connectionCost(
  terms: Omit<Terms, 'id' | 'name' | 'isArchived' | 'version'>,
  { metres = 0, monthlyFeeMinor = null }: { metres?: number; monthlyFeeMinor?: number | null } = {},
): Cost {
  const { baseMinor, metreMinor, includedMetres, longestMetres, mostParts, currency } = terms;
  const { freeFromMinor } = terms;
  const rest = { parts: mostParts, freeFromMinor, currency };
  if (longestMetres !== null && metres > longestMetres) {
    return { ...rest, totalMinor: null, partMinor: null };
  }
  const isFree =
    freeFromMinor !== null && monthlyFeeMinor !== null && monthlyFeeMinor >= freeFromMinor;
  const full = baseMinor + Math.max(0, metres - includedMetres) * metreMinor;
  const totalMinor = isFree ? 0 : full;
  return { ...rest, totalMinor, partMinor: Math.ceil(totalMinor / mostParts) };
}
