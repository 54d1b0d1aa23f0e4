import { sql } from 'kysely';
import { type LiveAudience, liveReachOf } from '../kernel/live/audience.ts';
import { type DealersPermission, withAll } from './people/find-dealer.ts';

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
  'dealers.payment_returned': seen,
  'dealers.listed': 'nobody',
  'dealers.exported': 'nobody',
};

/** Whose dealers, and whose batches of cards, screens hear of: all of them, or none. */
const allOrNone = (kind: string) =>
  liveReachOf(
    kind,
    (ctx, permission, ids) => sql`
      select id from unnest(${ids}::bigint[]) as id
      where  ${withAll(ctx, permission as DealersPermission)}`,
  );

export const dealersLive = allOrNone('dealer');
export const batchesLive = allOrNone('card_batch');
