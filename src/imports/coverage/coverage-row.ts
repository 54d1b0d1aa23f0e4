import type { CoverageBrought } from '../../network/index.ts';
import type { AddressLoad } from '../../subscribers/index.ts';

/**
 * A row of a file of coverage as it was understood: one technology at one building. What the row
 * does not say is left out, and stays as it is.
 */
export type CoverageRow = Omit<CoverageBrought, 'buildingId'> & {
  place: AddressLoad;
  /** What connecting costs there, in minor units, where no terms are named. */
  priceMinor?: number;
  /** A building is nobody's. */
  contacts: [];
};
