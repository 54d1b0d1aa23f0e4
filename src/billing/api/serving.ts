import { productsApi } from './products.ts';
import { serviceApi } from './service.ts';

/** What an account is given, and what it may take. */
export const servingApi = { ...serviceApi, ...productsApi };
