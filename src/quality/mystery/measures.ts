import { wilson } from '../../kernel/statistics/wilson.ts';
import { type ShopperKind, type ShopperMeasure, shopperMeasures } from '../kinds.ts';

/**
 * What a study of 128 small regional operators found when it asked them as a newcomer would
 * (December 2020): in half of the sales a tariff was recommended, two of a hundred pitched another
 * service, nine of a hundred asked why one wants to leave. Of the callback it has no share: it came
 * after tens of minutes, hours, or never.
 */
export const study: Record<ShopperMeasure, number | null> = {
  in_norm: null,
  recommended: 0.5,
  pitched: 0.02,
  reason_asked: 0.09,
};

/** What a shopper met, of a task that is done. */
export type Met = {
  kind: ShopperKind;
  answeredIn: number | null;
  recommended: boolean | null;
  pitched: boolean | null;
  reasonAsked: boolean | null;
};

/** Whether it was done in a contact; nothing where it could not be. */
const readers: Record<ShopperMeasure, (met: Met, normMinutes: number) => boolean | null> = {
  // Whom nobody answered was not answered within the norm.
  in_norm: ({ answeredIn }, norm) => answeredIn !== null && answeredIn <= norm,
  recommended: ({ recommended }) => recommended,
  pitched: ({ pitched }) => pitched,
  reason_asked: ({ reasonAsked }) => reasonAsked,
};

/** The shares of a round, each with its bounds. */
export function measuresOf(all: readonly Met[], normMinutes: number) {
  const minutes = all
    .flatMap(({ answeredIn }) => (answeredIn === null ? [] : [answeredIn]))
    .toSorted((a, b) => a - b);
  return {
    measures: shopperMeasures.map((measure) => {
      const told = all
        .map((met) => readers[measure](met, normMinutes))
        .filter((one) => one !== null);
      const hits = told.filter(Boolean).length;
      return { measure, hits, contacts: told.length, ...wilson(hits, told.length) };
    }),
    medianMinutes: medianOf(minutes),
    neverAnswered: all.length - minutes.length,
  };
}

function medianOf(sorted: readonly number[]): number | null {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
