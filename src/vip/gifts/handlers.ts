import type { Handlers } from '../../kernel/wiring.ts';
import type { giftsApi } from '../api/gifts.ts';
import type { CatalogueRoute } from './catalogue-handlers.ts';
import { approveGift } from './approve-gift.ts';
import { cancelGift } from './cancel-gift.ts';
import { deliverGift, undeliverGift } from './deliver-gift.ts';
import { listClientGifts } from './list-client-gifts.ts';
import { planGift } from './plan-gift.ts';
import { recordReaction } from './record-reaction.ts';
import { refuseGift } from './refuse-gift.ts';
import { showPlan } from './show-plan.ts';

export const giftHandlers: Omit<Handlers<typeof giftsApi>, CatalogueRoute> = {
  'GET /api/vip-gifts/plan': showPlan,
  'GET /api/vip/{id}/gifts': listClientGifts,
  'POST /api/vip/{id}/gifts': planGift,
  'POST /api/vip-gifts/{id}/approve': approveGift,
  'POST /api/vip-gifts/{id}/refuse': refuseGift,
  'POST /api/vip-gifts/{id}/cancel': cancelGift,
  'POST /api/vip-gifts/{id}/deliver': deliverGift,
  'POST /api/vip-gifts/{id}/undeliver': undeliverGift,
  'PUT /api/vip-gifts/{id}/reaction': recordReaction,
};
