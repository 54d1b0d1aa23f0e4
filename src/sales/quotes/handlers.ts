import type { Handlers } from '../../kernel/wiring.ts';
import type { quotesApi } from '../api/quotes.ts';
import { acceptQuote } from './accept-quote.ts';
import { declineQuote } from './decline-quote.ts';
import { downloadQuote } from './download-quote.ts';
import { downloadShownQuote } from './download-shown-quote.ts';
import { listQuotes } from './list-quotes.ts';
import { makeQuote } from './make-quote.ts';
import { priceLines } from './price-lines.ts';
import { showQuote } from './show-quote.ts';
import { undoAcceptance } from './undo-acceptance.ts';
import { withdrawQuote } from './withdraw-quote.ts';

export const quoteHandlers: Handlers<typeof quotesApi> = {
  'GET /api/deals/{id}/quotes': listQuotes,
  'GET /api/deals/{id}/quote-lines': priceLines,
  'POST /api/deals/{id}/quotes': makeQuote,
  'POST /api/deals/{id}/quotes/{quoteId}/withdraw': withdrawQuote,
  'POST /api/deals/{id}/quotes/{quoteId}/undo': undoAcceptance,
  'GET /api/deals/{id}/quotes/{quoteId}/file': downloadQuote,
  'GET /api/public/quotes/{token}/file': downloadShownQuote,
  'GET /api/public/quotes/{token}': showQuote,
  'POST /api/public/quotes/{token}/accept': acceptQuote,
  'POST /api/public/quotes/{token}/decline': declineQuote,
};
