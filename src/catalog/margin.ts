const WHOLE_PERCENT = 100;

/**
 * The least price at which what costs so much still leaves its margin.
 * @param leastMarginPercent of the price, below 100
 */
export const leastPriceMinor = (costMinor: number, leastMarginPercent: number): number =>
  Math.ceil((costMinor * WHOLE_PERCENT) / (WHOLE_PERCENT - leastMarginPercent));

/** The least that must be left of a price; nothing where nobody knows what it costs. */
export const floorMinor = (costMinor: number | null, leastMarginPercent: number): number =>
  costMinor === null ? 0 : leastPriceMinor(costMinor, leastMarginPercent);
