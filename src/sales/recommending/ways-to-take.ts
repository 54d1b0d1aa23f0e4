import { applyBundles, type Bundle, floorMinor } from '../../catalog/index.ts';
import type { Needs } from './needs.ts';
import { bears, bySpeed, type Line, type Offer } from './offers.ts';

/** A tariff over a line, with what is taken beside it. Sums are minor units a month. */
export type Choice = {
  tariff: Offer;
  /** What brings the channels that are wanted and the tariff has not. */
  tvPackage: Offer | null;
  /** What else comes with it, since all together cost less than what is needed alone. */
  also: readonly Offer[];
  /** Which the tariff is in, and what that which is needed would cost without it. */
  bundle: { id: number; name: string; apartMinor: number } | null;
  /** Over which it is given. */
  line: Line;
  /** Product → what its bundle takes off it. */
  offMinor: ReadonlyMap<number, number>;
  /** Of all. */
  feeMinor: number;
  isOverBudget: boolean;
};

/** A line, with the package of channels that is taken over it. */
export type Place = { line: Line; tvPackage: Offer | null };

/** What a home may be sold, and by what it is judged. */
export type Asked = {
  needs: Needs;
  /** What may be sold there at all, by product. */
  sold: ReadonlyMap<number, Offer>;
  /** In the order in which they are tried. */
  bundles: readonly Bundle[];
  leastMarginPercent: number;
};

/**
 * The best way to take a tariff: alone, with the channels that are wanted, or in a bundle where
 * what is needed costs less so. Never in one that is dearer than was said where another way is not.
 * It goes over the fastest line, over a slower one only for a bundle that costs less there.
 * @param places lines that bear the tariff, the fastest first, each with the channels that are
 *   taken over it where no bundle brings others
 * @returns null where no line bears it, or channels are wanted and cannot be had
 */
export function bestWay(tariff: Offer, places: readonly Place[], asked: Asked): Choice | null {
  const isTvLacking = asked.needs.uses.includes('tv') && tariff.tvChannels === null;
  const able = places.flatMap(({ line, tvPackage }) => {
    const beside = isTvLacking ? tvPackage : null;
    return isTvLacking && !beside ? [] : [{ line, beside }];
  });
  const [fastest] = able;
  if (!fastest) return null;
  const { line, beside } = fastest;
  const plain = wayOf({ tariff, line, tvPackage: beside, also: [] }, asked);
  const bundled = able.flatMap((place) =>
    asked.bundles.flatMap((bundle) => {
      const way = wayInBundle(bundle, tariff, place, asked);
      return way && way.netMinor < plain.netMinor ? [way] : [];
    }),
  );
  const [best = plain] = [plain, ...bundled].toSorted(
    (a, b) =>
      Number(a.choice.isOverBudget) - Number(b.choice.isOverBudget) ||
      a.netMinor - b.netMinor ||
      a.choice.also.length - b.choice.also.length ||
      bySpeed(a.choice.line, b.choice.line) ||
      (a.choice.bundle?.id ?? 0) - (b.choice.bundle?.id ?? 0),
  );
  return best.choice;
}

/** Null where the bundle cannot be given so, or what is needed costs no less in it. */
function wayInBundle(
  bundle: Bundle,
  tariff: Offer,
  { line, beside }: { line: Line; beside: Offer | null },
  asked: Asked,
) {
  const parts = partsOf(bundle, tariff, line, asked);
  if (!parts) return null;
  const own = beside && parts.find(({ tvChannels }) => tvChannels !== null);
  const also = parts.filter((part) => part !== own);
  const way = wayOf({ tariff, line, tvPackage: own ?? beside, also }, asked);
  const { feeMinor, bundle: given } = way.choice;
  return given?.id === bundle.id && feeMinor < given.apartMinor ? way : null;
}

/**
 * What a bundle brings beside a tariff; null where a part of it cannot be sold there, costs
 * something once, which is agreed on by itself, or is another tariff for the same line.
 */
function partsOf(
  { productIds }: Bundle,
  tariff: Offer,
  line: Line,
  { sold }: Asked,
): Offer[] | null {
  if (!productIds.includes(tariff.productId)) return null;
  const others = productIds.filter((id) => id !== tariff.productId);
  const parts = others.flatMap((id) => sold.get(id) ?? []);
  const isGiven = parts.every(
    (part) =>
      bears(line, part) &&
      part.connectionFeeMinor === 0 &&
      (part.kind !== 'tariff' || part.speedKbps === null),
  );
  return isGiven && parts.length === others.length ? parts : null;
}

type Taken = Pick<Choice, 'tariff' | 'line' | 'tvPackage' | 'also'>;

/** @returns with `netMinor`, what it comes to without what is needed beside tariff and channels */
function wayOf(taken: Taken, { needs, bundles, leastMarginPercent }: Asked) {
  const { tariff, tvPackage, also } = taken;
  const all = [tariff, ...(tvPackage ? [tvPackage] : []), ...also];
  const parts = all.map(({ productId, monthlyFeeMinor, costMinor }) => ({
    productId,
    feeMinor: monthlyFeeMinor,
    leastMinor: floorMinor(costMinor, leastMarginPercent),
  }));
  const off = applyBundles(bundles, parts);
  const offMinor = new Map([...off].map(([productId, one]) => [productId, one.offMinor]));
  const feeMinor = parts.reduce(
    (sum, part) => sum + part.feeMinor - (offMinor.get(part.productId) ?? 0),
    0,
  );
  const neededMinor = feesOf(neededBeside(taken, needs));
  const apartMinor = feesOf([tariff, ...(tvPackage ? [tvPackage] : [])]) + neededMinor;
  const given = off.get(tariff.productId)?.bundle;
  const bundle = given ? { id: given.id, name: given.name, apartMinor } : null;
  const isOverBudget = needs.budgetMinor !== null && feeMinor > needs.budgetMinor;
  const choice: Choice = { ...taken, bundle, offMinor, feeMinor, isOverBudget };
  return { choice, netMinor: feeMinor - neededMinor };
}

/** Of what else comes with it what serves a need that nothing before it does. */
function neededBeside({ tariff, tvPackage, also }: Taken, { uses }: Needs): Offer[] {
  const left = new Set(uses);
  left.delete('tv');
  for (const use of [...tariff.serves, ...(tvPackage?.serves ?? [])]) left.delete(use);
  return also.filter(({ serves }) => serves.filter((use) => left.delete(use)).length > 0);
}

const feesOf = (offers: readonly Offer[]): number =>
  offers.reduce((sum, { monthlyFeeMinor }) => sum + monthlyFeeMinor, 0);
