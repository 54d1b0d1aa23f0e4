import type { Handlers } from '../../kernel/wiring.ts';
import type { samplingApi } from '../api/sampling.ts';
import { startReview } from '../reviews/start-review.ts';
import { changePlan, showPlan } from './change-plan.ts';
import { listDraws } from './list-draws.ts';
import { skipDraw } from './skip-draw.ts';

export const samplingHandlers: Handlers<typeof samplingApi> = {
  'GET /api/quality-plan': showPlan,
  'PUT /api/quality-plan': changePlan,
  'GET /api/quality-draws': listDraws,
  'POST /api/quality-draws/{id}/skip': skipDraw,
  'POST /api/quality-draws/{id}/review': startReview,
};
