import type { Handlers } from '../../kernel/wiring.ts';
import type { rulesApi } from '../api/rules.ts';
import { changeRule } from './change-rule.ts';
import { createRule } from './create-rule.ts';
import { listRules } from './list-rules.ts';
import { listRuns } from './list-runs.ts';
import { orderRules } from './order-rules.ts';
import { switchRule } from './switch-rule.ts';
import { tryRule } from './try-rule.ts';

export const ruleHandlers: Handlers<typeof rulesApi> = {
  'GET /api/ticket-rules': listRules,
  'POST /api/ticket-rules': createRule,
  'PUT /api/ticket-rules/{id}': changeRule,
  'POST /api/ticket-rules/{id}/trial': tryRule,
  'POST /api/ticket-rules/{id}/switch': switchRule,
  'PUT /api/ticket-rules/order': orderRules,
  'GET /api/ticket-rules/{id}/runs': listRuns,
};
