import type { LiveAudience } from '../kernel/live/audience.ts';

const seen = 'dealers.view';

/** What screens hear. A dealer's own people refresh after what they do themselves. */
export const liveEvents: Readonly<Record<string, LiveAudience>> = {
  'dealers.dealer_created': seen,
  'dealers.dealer_changed': seen,
  'dealers.person_added': seen,
  'dealers.person_removed': seen,
  'dealers.commission_set': seen,
  'dealers.paid_in': seen,
  'dealers.settlement_closed': seen,
  'dealers.batch_ordered': seen,
  'dealers.batch_grew': seen,
  'dealers.batch_made': seen,
  'dealers.pins_taken': seen,
  'dealers.cards_given': seen,
  'dealers.cards_returned': seen,
  'dealers.cards_sold': seen,
  'dealers.cards_sale_undone': seen,
  'dealers.cards_blocked': seen,
  'dealers.cards_unblocked': seen,
  'dealers.cards_expired': seen,
  'dealers.card_activated': 'nobody',
  'dealers.payment_taken': 'nobody',
  'dealers.listed': 'nobody',
  'dealers.exported': 'nobody',
};
