import { bankApi } from './bank.ts';
import { doubtsApi } from './doubts.ts';
import { cashApi } from './cash.ts';
import { paymentsApi } from './payments.ts';
import { placingApi } from './placing.ts';

/** Every way that money comes in by, and what becomes of it then. */
export const moneyInApi = { ...paymentsApi, ...placingApi, ...bankApi, ...doubtsApi, ...cashApi };
