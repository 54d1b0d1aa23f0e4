import type { Handlers } from '../../kernel/wiring.ts';
import type { guidedApi } from '../api/guided.ts';
import { answerFurther } from './answer-further.ts';
import { askAlternatives } from './ask-alternatives.ts';
import { choosePayment } from './choose-payment.ts';
import { endGuided } from './end-guided.ts';
import { noteObjection } from './note-objection.ts';
import { takeTariff } from './take-tariff.ts';

/** From the recommendation to the end. */
export const sellingHandlers = {
  'POST /api/guided-sales/{id}/alternatives': askAlternatives,
  'PUT /api/guided-sales/{id}/tariff': takeTariff,
  'POST /api/guided-sales/{id}/objections': noteObjection,
  'PUT /api/guided-sales/{id}/further': answerFurther,
  'PUT /api/guided-sales/{id}/payment': choosePayment,
  'POST /api/guided-sales/{id}/end': endGuided,
} satisfies Partial<Handlers<typeof guidedApi>>;
