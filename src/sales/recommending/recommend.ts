import type { Bundle } from '../../catalog/index.ts';
import { HUNDRED_KBPS, type Needs, neededKbps, WANTS_MORE_KBPS } from './needs.ts';
import { bears, bySpeed, isAllowed, type Line, marginMinor, type Offer } from './offers.ts';
import { bestWay, type Choice } from './ways-to-take.ts';

export type Recommendation = {
  neededKbps: number;
  /** The one to be recommended; null where nothing covers the need. */
  first: Choice | null;
  /** At most two, to be shown only when asked for. */
  alternatives: Choice[];
};

/** From so much more than the need on a line is not cramped, and up to that not a waste. */
const ROOMY = 1.25;
const TOO_MUCH = 4;
const MOST_ALTERNATIVES = 2;

/** What is sold: by the piece, and together for less. */
export type OnSale = {
  offers: readonly Offer[];
  bundles: readonly Bundle[];
  /** Of a price, what must stay above its cost. */
  leastMarginPercent: number;
};

/**
 * Recommends one tariff, in a bundle where what is needed costs less so: of what the address, the
 * person and the margin allow and what covers the need, that which fits best, and of those that fit
 * alike what leaves the operator most. The order is total, so the same input gives the same answer,
 * in whatever order the offers come.
 * @param lines ways to reach the address
 */
export function recommend(
  needs: Needs,
  lines: readonly Line[],
  { offers, bundles, leastMarginPercent }: OnSale,
): Recommendation {
  const needed = neededKbps(needs);
  const allowed = offers.filter((offer) => isAllowed(offer, leastMarginPercent));
  const sold = new Map(allowed.map((offer) => [offer.productId, offer]));
  const places = lines
    .toSorted(bySpeed)
    .map((line) => ({ line, tvPackage: bestPackage(allowed, line) }));
  const choices = allowed.flatMap((tariff): Choice[] => {
    const isInternet = tariff.kind === 'tariff' && tariff.speedKbps !== null;
    if (!isInternet || (tariff.speedKbps ?? 0) < needed) return [];
    const able = places.filter(({ line }) => bears(line, tariff));
    const best = bestWay(tariff, able, { needs, sold, bundles, leastMarginPercent });
    return best ? [best] : [];
  });
  const fit = byFit(needs, needed);
  const [first = null, ...others] = choices.toSorted((a, b) => fit(a, b) || byWorth(a, b));
  return { neededKbps: needed, first, alternatives: others.slice(0, MOST_ALTERNATIVES) };
}

/** Of packages of channels the one that leaves most, then the cheaper. */
function bestPackage(allowed: readonly Offer[], line: Line): Offer | null {
  const packages = allowed.filter(
    (offer) => offer.kind === 'addon' && offer.tvChannels !== null && bears(line, offer),
  );
  const order = (a: Offer, b: Offer): number =>
    marginMinor(b) - marginMinor(a) ||
    a.monthlyFeeMinor - b.monthlyFeeMinor ||
    a.versionId - b.versionId;
  return packages.toSorted(order)[0] ?? null;
}

type Order = (a: Choice, b: Choice) => number;

/** What is dearer than was said comes last; there what exceeds it least comes first. */
function byFit(needs: Needs, needed: number): Order {
  const wantsMore = needed >= WANTS_MORE_KBPS;
  const roomyKbps = Math.max(needed * ROOMY, wantsMore ? HUNDRED_KBPS : 0);
  const mostKbps = Math.max(needed, wantsMore ? HUNDRED_KBPS : 0) * TOO_MUCH;
  const isSlow = ({ tariff }: Choice): number =>
    wantsMore && (tariff.speedKbps ?? 0) <= HUNDRED_KBPS ? 1 : 0;
  const cramped = ({ tariff: { speedKbps } }: Choice): number => {
    const speed = speedKbps ?? 0;
    if (speed > mostKbps) return 2;
    return speed < roomyKbps ? 1 : 0;
  };
  const served = (one: Choice): number =>
    needs.uses.filter((use) => partsOf(one).some(({ serves }) => serves.includes(use))).length;
  return (a, b) =>
    Number(a.isOverBudget) - Number(b.isOverBudget) ||
    isSlow(a) - isSlow(b) ||
    (a.isOverBudget ? a.feeMinor - b.feeMinor : 0) ||
    cramped(a) - cramped(b) ||
    served(b) - served(a);
}

/** Of what fits alike that which leaves the operator most, then the cheaper. No two are equal. */
const byWorth: Order = (a, b) =>
  leftMinor(b) - leftMinor(a) ||
  a.feeMinor - b.feeMinor ||
  (b.tariff.speedKbps ?? 0) - (a.tariff.speedKbps ?? 0) ||
  a.tariff.versionId - b.tariff.versionId;

/** What a bundle takes off is what less is left, where what it costs is known. */
const leftMinor = (one: Choice): number =>
  partsOf(one).reduce((sum, offer) => {
    const off = offer.costMinor === null ? 0 : (one.offMinor.get(offer.productId) ?? 0);
    return sum + marginMinor(offer) - off;
  }, 0);

const partsOf = ({ tariff, tvPackage, also }: Choice): Offer[] => [
  tariff,
  ...(tvPackage ? [tvPackage] : []),
  ...also,
];
