export { bulkLoad as bulkLoadDeals, type DealLoad } from './deals/bulk-load.ts';
export { bulkLoad as bulkLoadConnections, type CareLoad } from './connecting/bulk-load.ts';
export { bulkLoad, type PitchLoad } from './pitches/create-pitch.ts';
export { bulkLoad as bulkLoadLeads, type LeadLoad } from './leads/bulk-load.ts';
export { bulkLoad as bulkLoadCosts, type CostLoad } from './economics/bulk-load.ts';
export { bulkLoad as bulkLoadForecasts } from './forecast/bulk-load.ts';
export { bulkLoad as bulkLoadGuided, type GuidedLoad } from './guided/bulk-load.ts';
export { bulkLoadSaid, type SaidLoad } from './guided/bulk-load-said.ts';
export { openReturning } from './deals/open-returning.ts';
