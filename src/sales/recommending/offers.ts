import { floorMinor } from '../../catalog/index.ts';
import { technologies as bestFirst, type Technology, type Use } from '../../catalog/api.ts';

/** A version that is sold, as it would be offered. Sums are minor units a month. */
export type Offer = {
  versionId: number;
  productId: number;
  kind: 'tariff' | 'addon' | 'equipment';
  service: 'internet' | 'tv' | 'phone' | 'mobile' | 'bundle' | 'other';
  name: string;
  monthlyFeeMinor: number;
  connectionFeeMinor: number;
  speedKbps: number | null;
  /** None: it needs no line of ours. */
  technologies: readonly Technology[];
  tvChannels: number | null;
  /** Null: not known. Then it is taken to leave no more than nothing. */
  costMinor: number | null;
  serves: readonly Use[];
  /** Whether this person may take it. */
  isEligible: boolean;
};

/** One way to reach an address. */
export type Line = {
  technology: Technology;
  topSpeedKbps: number;
  /** Nothing is sold on it now: its node is overloaded, it has no free ports. */
  isStopped: boolean;
};

/** Whether an offer can be given over a line. */
export const bears = (
  { technology, topSpeedKbps, isStopped }: Line,
  { technologies, speedKbps }: Pick<Offer, 'technologies' | 'speedKbps'>,
): boolean =>
  !isStopped &&
  (technologies.length === 0 || technologies.includes(technology)) &&
  (speedKbps ?? 0) <= topSpeedKbps;

/**
 * Whether something can be had over one of the lines. What needs none is had anywhere, and where
 * nobody knows them (null) nothing is ruled out.
 */
export const isReached = (
  offer: Pick<Offer, 'technologies' | 'speedKbps'>,
  lines: readonly Line[] | null,
): boolean =>
  lines === null ||
  (offer.technologies.length === 0 && offer.speedKbps === null) ||
  lines.some((line) => bears(line, offer));

/** The fastest line first; of two as fast the better technology. */
export const bySpeed = (a: Line, b: Line): number =>
  b.topSpeedKbps - a.topSpeedKbps ||
  bestFirst.indexOf(a.technology) - bestFirst.indexOf(b.technology);

/** What is left of the fee; of an unknown cost nothing, so that what is known goes before it. */
export const marginMinor = ({ monthlyFeeMinor, costMinor }: Offer): number =>
  costMinor === null ? 0 : monthlyFeeMinor - costMinor;

const isAboveFloor = ({ monthlyFeeMinor, costMinor }: Offer, leastMarginPercent: number): boolean =>
  monthlyFeeMinor >= floorMinor(costMinor, leastMarginPercent);

/** Whether this buyer may be sold it: as a whole, before any line is looked at. */
export const isAllowed = (offer: Offer, leastMarginPercent: number): boolean =>
  offer.isEligible && isAboveFloor(offer, leastMarginPercent);

/** Whether it may be sold over one of the lines. */
export const canBeSold = (
  offer: Offer,
  lines: readonly Line[],
  leastMarginPercent: number,
): boolean => isAllowed(offer, leastMarginPercent) && lines.some((line) => bears(line, offer));
