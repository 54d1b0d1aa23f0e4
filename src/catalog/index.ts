export { bulkLoad, type ProductLoad } from './load-products.ts';
export { removeProducts } from './remove-products.ts';
export { findPromotion } from './list-promotions.ts';
export { type Bundle, findBundles } from './bundles/find-bundles.ts';
export { shareBundle } from './bundles/share-bundle.ts';
export { eligible } from './eligibility.ts';
export { loadSettings as loadCatalogSettings } from './change-settings.ts';
export { leastPriceMinor } from './margin.ts';
export { newestInForce } from './newest-in-force.ts';
