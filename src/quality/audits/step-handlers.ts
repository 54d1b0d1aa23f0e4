import { endStep } from './end-step.ts';
import { listSteps } from './list-steps.ts';
import { dropStep, planStep } from './plan-step.ts';

export const stepHandlers = {
  'POST /api/quality-audits/{id}/steps': planStep,
  'GET /api/quality-audit-steps': listSteps,
  'PUT /api/quality-audit-steps/{id}': endStep,
  'DELETE /api/quality-audit-steps/{id}': dropStep,
};
