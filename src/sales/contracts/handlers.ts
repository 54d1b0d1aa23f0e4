import type { Handlers } from '../../kernel/wiring.ts';
import type { contractsApi } from '../api/contracts.ts';
import { changeTemplate } from './change-template.ts';
import { downloadContract } from './download-contract.ts';
import { downloadShownContract } from './download-shown-contract.ts';
import { previewTemplate } from './preview-template.ts';
import { showTemplate } from './show-template.ts';

export const contractHandlers: Handlers<typeof contractsApi> = {
  'GET /api/contract-template': showTemplate,
  'PUT /api/contract-template': changeTemplate,
  'GET /api/contract-template/preview': previewTemplate,
  'GET /api/deals/{id}/quotes/{quoteId}/contract': downloadContract,
  'GET /api/public/quotes/{token}/contract': downloadShownContract,
};
