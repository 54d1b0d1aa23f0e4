import type { Handlers } from '../../kernel/wiring.ts';
import type { termsApi } from '../api/terms.ts';
import { approveTerms } from './approve-terms.ts';
import { changeTermsSettings } from './change-terms-settings.ts';
import { endTerms } from './end-terms.ts';
import { listTerms } from './list-terms.ts';
import { proposeTerms } from './propose-terms.ts';
import { refuseTerms } from './refuse-terms.ts';
import { showTermsSettings } from './settings.ts';
import { tryTerms } from './try-terms.ts';

export const termsHandlers: Handlers<typeof termsApi> = {
  'GET /api/vip/{id}/terms': listTerms,
  'POST /api/vip/{id}/terms/try': tryTerms,
  'POST /api/vip/{id}/terms': proposeTerms,
  'POST /api/vip-terms/{id}/approve': approveTerms,
  'POST /api/vip-terms/{id}/refuse': refuseTerms,
  'POST /api/vip-terms/{id}/end': endTerms,
  'GET /api/vip-terms-settings': showTermsSettings,
  'PUT /api/vip-terms-settings': changeTermsSettings,
};
