import { listHandlers } from '../../kernel/list/list-handlers.ts';
import type { Handlers } from '../../kernel/wiring.ts';
import type { riskApi } from '../api/risk.ts';
import { activateVersion } from './activate-version.ts';
import { askForTraining, cancelTraining } from './ask-for-training.ts';
import { changeRiskSettings, showRiskSettings } from './change-risk-settings.ts';
import { riskList } from './list-risks.ts';
import { showModel } from './show-model.ts';

export const riskHandlers: Handlers<typeof riskApi> = {
  ...listHandlers(riskList),
  'GET /api/risk-model': showModel,
  'GET /api/risk-settings': showRiskSettings,
  'PUT /api/risk-settings': changeRiskSettings,
  'POST /api/risk-trainings': askForTraining,
  'POST /api/risk-trainings/{id}/cancel': cancelTraining,
  'POST /api/risk-versions/{id}/activate': activateVersion,
};
