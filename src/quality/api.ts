import { defineErrors } from '../kernel/api/define.ts';
import { cardsApi } from './api/cards.ts';
import { reviewsApi } from './api/reviews.ts';
import { samplingApi } from './api/sampling.ts';

export const api = { ...cardsApi, ...samplingApi, ...reviewsApi };

export const errors = defineErrors({
  'quality.name_taken': 409,
  'quality.item_twice': 422,
  'quality.no_weight': 422,
  'quality.no_such_card': 404,
  'quality.changed_meanwhile': 409,
  'quality.no_such_draw': 404,
  'quality.own_contact': 403,
  'quality.taken_already': 409,
  'quality.no_card': 409,
  'quality.no_such_review': 404,
  'quality.finished_already': 409,
  'quality.no_such_item': 422,
  'quality.wrong_answer': 422,
  'quality.reason_needed': 422,
  'quality.no_such_place': 422,
  'quality.unanswered': 409,
  'quality.weighs_nothing': 409,
  'quality.disputed_already': 409,
  'quality.no_such_dispute': 404,
  'quality.decided_already': 409,
  'quality.own_review': 403,
});
