import { defineErrors } from '../kernel/api/define.ts';
import { cabinetApi } from './api/cabinet.ts';
import { cardsApi } from './api/cards.ts';
import { dealersApi } from './api/dealers.ts';

export const api = { ...dealersApi, ...cardsApi, ...cabinetApi };

export const errors = defineErrors({
  'dealers.no_such_dealer': 404,
  'dealers.name_taken': 409,
  'dealers.changed_meanwhile': 409,
  'dealers.not_settled': 409,
  'dealers.no_such_person': 404,
  'dealers.works_elsewhere': 409,
  'dealers.rate_of_past': 422,
  'dealers.rate_stands': 409,
  'dealers.wrong_period': 422,
  'dealers.not_over': 422,
  'dealers.already_settled': 409,
  'dealers.no_such_batch': 404,
  'dealers.series_taken': 409,
  'dealers.already_expired': 422,
  'dealers.not_made': 409,
  'dealers.pins_taken': 410,
  'dealers.wrong_range': 422,
  'dealers.cards_elsewhere': 409,
  'dealers.sold_earlier': 409,
  'dealers.cards_expired': 409,
  'dealers.above_credit': 409,
  'dealers.other_currency': 409,
  'dealers.no_such_card': 404,
  'dealers.no_such_pin': 404,
  'dealers.card_used': 409,
  'dealers.card_blocked': 409,
  'dealers.card_over': 409,
  'dealers.card_not_sold': 409,
  'dealers.not_activated': 422,
  'dealers.too_many_attempts': 429,
  'dealers.no_cabinet': 404,
  'dealers.no_such_account': 404,
});
