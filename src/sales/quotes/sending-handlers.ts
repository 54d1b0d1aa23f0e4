import type { Handlers } from '../../kernel/wiring.ts';
import type { sendingApi } from '../api/sending.ts';
import { sendQuote } from './send-quote.ts';
import { listWays } from './ways-of-deal.ts';

export const sendingHandlers: Handlers<typeof sendingApi> = {
  'GET /api/deals/{id}/quotes/{quoteId}/ways': listWays,
  'POST /api/deals/{id}/quotes/{quoteId}/send': sendQuote,
};
