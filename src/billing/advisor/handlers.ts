import type { Handlers } from '../../kernel/wiring.ts';
import type { advisorApi } from '../api/advisor.ts';
import { adviseAccount } from './advise-account.ts';
import { showAdvisorSettings } from './advisor-settings.ts';
import { askForAdvice } from './ask-for-advice.ts';
import { changeAdvisorSettings } from './change-advisor-settings.ts';
import { listAdvised } from './list-advised.ts';
import { showAdvisor } from './show-advisor.ts';

export const advisorHandlers: Handlers<typeof advisorApi> = {
  'GET /api/accounts/{id}/advice': adviseAccount,
  'GET /api/advisor': showAdvisor,
  'GET /api/advisor/accounts': listAdvised,
  'POST /api/advisor/runs': askForAdvice,
  'GET /api/advisor-settings': showAdvisorSettings,
  'PUT /api/advisor-settings': changeAdvisorSettings,
};
