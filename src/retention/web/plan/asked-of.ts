import { minorOf } from '../../../ui/format.ts';
import type { Asked } from './client.ts';

/** What stands in the fields above a plan; sums in whole units. */
export type Limits = {
  budget: number | undefined;
  slots: number | undefined;
  contact: number | undefined;
  segmentId: string | null;
  holdPercent: number | undefined;
  leastPoints: number | undefined;
};

/** The same as a route takes it; what is left out counts as none, shares keep to their bounds. */
export function askedOf({ budget, slots, contact, ...rest }: Limits, currency: string): Asked {
  const { segmentId, holdPercent, leastPoints } = rest;
  return {
    budgetMinor: Math.max(0, minorOf(budget ?? 0, currency)),
    slots: Math.max(0, Math.round(slots ?? 0)),
    contactMinor: Math.max(0, minorOf(contact ?? 0, currency)),
    holdPercent: Math.min(20, Math.max(10, Math.round(holdPercent ?? 15))),
    leastPoints: Math.min(50, Math.max(0.1, leastPoints ?? 5)),
    ...(segmentId === null ? {} : { segmentId: Number(segmentId) }),
  };
}

/** Without what only the size of a sample goes by. */
export const limitsOf = ({ budgetMinor, slots, contactMinor, segmentId }: Asked) => ({
  budgetMinor,
  slots,
  contactMinor,
  ...(segmentId === undefined ? {} : { segmentId }),
});
