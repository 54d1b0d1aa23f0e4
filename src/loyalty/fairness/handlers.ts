import type { Handlers } from '../../kernel/wiring.ts';
import type { fairnessApi } from '../api/fairness.ts';
import { comparePrices } from './compare-prices.ts';
import { listUnfair } from './list-unfair.ts';
import { makeRight, undoRights } from './make-right.ts';

export const fairnessHandlers: Handlers<typeof fairnessApi> = {
  'GET /api/loyalty/unfair': listUnfair,
  'POST /api/loyalty/unfair/count': comparePrices,
  'POST /api/loyalty/unfair/make-right': { ownTransactions: makeRight },
  'POST /api/loyalty/rights/undo': { ownTransactions: undoRights },
};
