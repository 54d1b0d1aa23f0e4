import type { Handlers } from '../../kernel/wiring.ts';
import type { settingsApi } from '../api/settings.ts';
import { changeDesk } from './change-desk.ts';
import { showDesk } from './desk-settings.ts';
import { addReason } from '../reasons/add-reason.ts';
import { changeReason } from '../reasons/change-reason.ts';
import { listReasons } from '../reasons/list-reasons.ts';
import { addRule } from '../wishes/add-rule.ts';
import { changeRule } from '../wishes/change-rule.ts';
import { listRules } from '../wishes/list-rules.ts';
import { tryRules } from '../wishes/try-rules.ts';

export const settingsHandlers: Handlers<typeof settingsApi> = {
  'GET /api/leaving-reasons': listReasons,
  'POST /api/leaving-reasons': addReason,
  'PUT /api/leaving-reasons/{id}': changeReason,
  'GET /api/save-desk-settings': showDesk,
  'PUT /api/save-desk-settings': changeDesk,
  'GET /api/wish-rules': listRules,
  'POST /api/wish-rules': addRule,
  'PUT /api/wish-rules/{id}': changeRule,
  'POST /api/wish-rules/try': tryRules,
};
