import type { Handlers } from '../../kernel/wiring.ts';
import type { trustApi } from '../api/trust.ts';
import { changeTrust, showTrustSettings } from './change-trust.ts';
import { previewTrust } from './preview-trust.ts';
import { showTrust } from './show-trust.ts';

export const trustHandlers: Handlers<typeof trustApi> = {
  'GET /api/accounts/{id}/trust': showTrust,
  'GET /api/trust-settings': showTrustSettings,
  'PUT /api/trust-settings': changeTrust,
  'POST /api/trust-settings/preview': previewTrust,
};
