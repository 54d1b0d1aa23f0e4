export { bulkLoad as bulkLoadDeals, type DealLoad } from './deals/bulk-load.ts';
export { bulkLoad, type PitchLoad } from './pitches/create-pitch.ts';
