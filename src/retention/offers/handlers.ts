import type { Handlers } from '../../kernel/wiring.ts';
import type { offersApi } from '../api/offers.ts';
import { addOffer } from './add-offer.ts';
import { answerOffer } from './answer-offer.ts';
import { changeOffer } from './change-offer.ts';
import { listCaseOffers } from './list-case-offers.ts';
import { listOffers } from './list-offers.ts';
import { undoOffer } from './undo-offer.ts';

export const offerHandlers: Handlers<typeof offersApi> = {
  'GET /api/cases/{id}/offers': listCaseOffers,
  'POST /api/cases/{id}/offers/{offerId}': answerOffer,
  'POST /api/cases/{id}/offers/{offerId}/undo': undoOffer,
  'GET /api/retention-offers': listOffers,
  'POST /api/retention-offers': addOffer,
  'PUT /api/retention-offers/{id}': changeOffer,
};
