export { bulkLoad, type ProductLoad } from './load-products.ts';
