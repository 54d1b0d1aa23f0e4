import type { Handlers } from '../../kernel/wiring.ts';
import type { papersApi } from '../api/papers.ts';
import { askForActs } from './acts/ask-for-acts.ts';
import { listActRuns } from './acts/list-act-runs.ts';
import { changePayer, showPayer } from './details/change-payer.ts';
import { changeSeller, showSeller } from './details/change-seller.ts';
import { makeInvoice } from './invoices/make-invoice.ts';
import { makeStatement } from './statements/make-statement.ts';
import { downloadPaper } from './store/download-paper.ts';
import { listPapers } from './store/list-papers.ts';

/** What answers the routes of papers. */
export const paperHandlers: Handlers<typeof papersApi> = {
  'GET /api/seller': showSeller,
  'PUT /api/seller': changeSeller,
  'GET /api/accounts/{id}/payer': showPayer,
  'PUT /api/accounts/{id}/payer': changePayer,
  'GET /api/accounts/{id}/papers': listPapers,
  'POST /api/accounts/{id}/papers/statements': makeStatement,
  'POST /api/accounts/{id}/papers/invoices': makeInvoice,
  'GET /api/accounts/{id}/papers/{paperId}': downloadPaper,
  'GET /api/act-runs': listActRuns,
  'POST /api/act-runs': askForActs,
};
