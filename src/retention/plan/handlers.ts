import type { Handlers } from '../../kernel/wiring.ts';
import type { planApi } from '../api/plan.ts';
import { exportPlan } from './export-plan.ts';
import { listPlanPeople } from './list-plan-people.ts';
import { previewPlan } from './preview-plan.ts';

export const planHandlers: Handlers<typeof planApi> = {
  'GET /api/care-plan': previewPlan,
  'GET /api/care-plan/people': listPlanPeople,
  'GET /api/care-plan/export': exportPlan,
};
