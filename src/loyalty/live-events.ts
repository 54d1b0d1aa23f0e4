import type { LiveAudience } from '../kernel/live/audience.ts';

const settings = 'loyalty.manage';
const seen = 'subscribers.view';

/** What screens hear. */
export const liveEvents: Readonly<Record<string, LiveAudience>> = {
  'loyalty.programme_changed': settings,
  'loyalty.programme_begun': settings,
  'loyalty.levels_set': settings,
  'loyalty.rule_added': settings,
  'loyalty.rule_changed': settings,
  'loyalty.rule_switched_on': settings,
  'loyalty.rule_switched_off': settings,
  'loyalty.reward_added': settings,
  'loyalty.reward_changed': settings,
  'loyalty.coupons_added': settings,
  'loyalty.friend_steps_changed': settings,
  'loyalty.privileges_changed': settings,
  'loyalty.points_pooled': seen,
  'loyalty.points_unpooled': seen,
  'loyalty.tariff_given': seen,
  'loyalty.tariff_ending': seen,
  'loyalty.tariff_end_told': seen,
  'loyalty.tariff_kept': seen,
  'loyalty.tariff_ended': seen,
  'loyalty.page_sent': seen,
  'loyalty.page_renewed': seen,
  'loyalty.reward_redeemed': seen,
  'loyalty.redemption_undone': seen,
  'loyalty.goods_handed': seen,
  'loyalty.earning_given': seen,
  'loyalty.earning_dropped': seen,
  'loyalty.friend_accepted': seen,
  'loyalty.friend_refused': seen,
  'loyalty.price_made_right': seen,
  'loyalty.right_undone': seen,
};
