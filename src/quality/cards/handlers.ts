import type { Handlers } from '../../kernel/wiring.ts';
import type { cardsApi } from '../api/cards.ts';
import { addCard } from './add-card.ts';
import { changeCard } from './change-card.ts';
import { listCards, listCardVersions } from './list-cards.ts';

export const cardHandlers: Handlers<typeof cardsApi> = {
  'GET /api/quality-cards': listCards,
  'POST /api/quality-cards': addCard,
  'PUT /api/quality-cards/{id}': changeCard,
  'GET /api/quality-cards/{id}/versions': listCardVersions,
};
