export { bulkLoad } from './bulk-load.ts';
export { type CheckedLine, linesAt } from './check/lines-at.ts';
export { loadOffers, type OfferLoad } from './competitors/load-offers.ts';
export {
  bringCoverages,
  type CoverageBrought,
  type CoverageChange,
  type FormerCoverage,
  knownCoverages,
  takeBackCoverages,
  unknownTerms,
} from './coverage/bring-coverages.ts';
export { type CoverageLoad, loadCoverages, loadTerms } from './coverage/load-coverages.ts';
export { loadStops } from './coverage/load-stops.ts';
export { checkPublicly } from './check/check-publicly.ts';
export { noteWish } from './check/note-wish.ts';
export { wasStopped } from './coverage/was-stopped.ts';
