import type { Handlers } from '../../kernel/wiring.ts';
import type { rulesApi } from '../api/rules.ts';
import { addRule } from './add-rule.ts';
import { changeRule } from './change-rule.ts';
import { listRules } from './list-rules.ts';
import { showUse } from './show-use.ts';
import { switchRule } from './switch-rule.ts';
import { tryRule } from './try-rule.ts';

export const ruleHandlers: Handlers<typeof rulesApi> = {
  'GET /api/loyalty/rules': listRules,
  'GET /api/loyalty/rules/{id}/use': showUse,
  'POST /api/loyalty/rules': addRule,
  'PUT /api/loyalty/rules/{id}': changeRule,
  'POST /api/loyalty/rules/{id}/switch': switchRule,
  'POST /api/loyalty/rules/{id}/try': tryRule,
};
