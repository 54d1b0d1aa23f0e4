import { defineErrors } from '../kernel/api/define.ts';
import { cardsApi } from './api/cards.ts';

export const api = { ...cardsApi };

export const errors = defineErrors({
  'quality.name_taken': 409,
  'quality.item_twice': 422,
  'quality.no_weight': 422,
  'quality.no_such_card': 404,
  'quality.changed_meanwhile': 409,
});
