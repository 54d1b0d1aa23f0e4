import { HUNDRED_KBPS, type Needs, neededKbps, WANTS_MORE_KBPS } from './needs.ts';
import { isAboveFloor, type Line, lineFor, marginMinor, type Offer } from './offers.ts';

export type Choice = {
  tariff: Offer;
  /** What brings the channels that are wanted and the tariff has not. */
  tvPackage: Offer | null;
  /** Over which it is given. */
  line: Line;
  /** Of both, a month. */
  feeMinor: number;
  isOverBudget: boolean;
};

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

/**
 * Recommends one tariff: of what the address, the person and the margin allow and what covers the
 * need, that which fits best, and of those that fit alike what leaves the operator most. The order
 * is total, so the same input gives the same answer, in whatever order the offers come.
 * @param lines ways to reach the address
 * @param leastMarginPercent of a price, what must stay above its cost
 */
export function recommend(
  needs: Needs,
  lines: readonly Line[],
  offers: readonly Offer[],
  leastMarginPercent: number,
): Recommendation {
  const needed = neededKbps(needs);
  const wantsTv = needs.uses.includes('tv');
  const sold = offers.filter(
    (offer) => offer.isEligible && isAboveFloor(offer, leastMarginPercent),
  );
  const tvPackage = wantsTv ? bestPackage(sold, lines) : null;
  const choices = sold.flatMap((tariff): Choice[] => {
    const line = lineFor(tariff, lines);
    const isInternet = tariff.kind === 'tariff' && tariff.speedKbps !== null;
    if (!line || !isInternet || (tariff.speedKbps ?? 0) < needed) return [];
    const added = wantsTv && tariff.tvChannels === null ? tvPackage : null;
    if (wantsTv && tariff.tvChannels === null && !added) return [];
    const feeMinor = tariff.monthlyFeeMinor + (added?.monthlyFeeMinor ?? 0);
    const isOverBudget = needs.budgetMinor !== null && feeMinor > needs.budgetMinor;
    return [{ tariff, tvPackage: added, line, feeMinor, isOverBudget }];
  });
  const [first = null, ...others] = choices.toSorted(byFit(needs, needed));
  return { neededKbps: needed, first, alternatives: others.slice(0, MOST_ALTERNATIVES) };
}

/** Of packages of channels the one that leaves most, then the cheaper. */
function bestPackage(sold: readonly Offer[], lines: readonly Line[]): Offer | null {
  const packages = sold.filter(
    (offer) => offer.kind === 'addon' && offer.tvChannels !== null && lineFor(offer, lines),
  );
  const order = (a: Offer, b: Offer): number =>
    marginMinor(b) - marginMinor(a) ||
    a.monthlyFeeMinor - b.monthlyFeeMinor ||
    a.versionId - b.versionId;
  return packages.toSorted(order)[0] ?? null;
}

/** What is dearer than was said comes last; there what exceeds it least comes first. */
function byFit(needs: Needs, needed: number): (a: Choice, b: Choice) => number {
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
  const served = ({ tariff, tvPackage }: Choice): number =>
    needs.uses.filter((use) => tariff.serves.includes(use) || tvPackage?.serves.includes(use))
      .length;
  const left = ({ tariff, tvPackage }: Choice): number =>
    marginMinor(tariff) + (tvPackage ? marginMinor(tvPackage) : 0);
  return (a, b) =>
    Number(a.isOverBudget) - Number(b.isOverBudget) ||
    isSlow(a) - isSlow(b) ||
    (a.isOverBudget ? a.feeMinor - b.feeMinor : 0) ||
    cramped(a) - cramped(b) ||
    served(b) - served(a) ||
    left(b) - left(a) ||
    a.feeMinor - b.feeMinor ||
    (b.tariff.speedKbps ?? 0) - (a.tariff.speedKbps ?? 0) ||
    a.tariff.versionId - b.tariff.versionId;
}
