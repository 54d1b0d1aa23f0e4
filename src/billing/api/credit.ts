import { dunningApi } from './dunning.ts';
import { promisesApi } from './promises.ts';
import { trustApi } from './trust.ts';

/** What may be spent before it is paid, and what is done about what is not paid in time. */
export const creditApi = { ...promisesApi, ...trustApi, ...dunningApi };
