import type { Handlers } from '../../kernel/wiring.ts';
import type { guidedApi } from '../api/guided.ts';
import { answerStep } from './answer-step.ts';
import { findUnderWay } from './find-under-way.ts';
import { openGuided } from './open-guided.ts';
import { sellingHandlers } from './selling-handlers.ts';
import { setAddress } from './set-address.ts';
import { setLine } from './set-line.ts';
import { setMetres } from './set-metres.ts';
import { startGuided } from './start-guided.ts';
import { stepBack } from './step-back.ts';

export const guidedHandlers: Handlers<typeof guidedApi> = {
  ...sellingHandlers,
  'GET /api/guided-sales/under-way': findUnderWay,
  'POST /api/guided-sales': startGuided,
  'GET /api/guided-sales/{id}': openGuided,
  'POST /api/guided-sales/{id}/answer': answerStep,
  'POST /api/guided-sales/{id}/back': stepBack,
  'PUT /api/guided-sales/{id}/address': setAddress,
  'PUT /api/guided-sales/{id}/line': setLine,
  'PUT /api/guided-sales/{id}/metres': setMetres,
};
