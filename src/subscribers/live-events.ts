import { sql } from 'kysely';
import { type LiveAudience, liveReachOf } from '../kernel/live/audience.ts';
import { reaches, type SubscriberPermission } from './find-subscriber.ts';

const seen = 'subscribers.view';
/** May change the owner, or whose card shows it: former lists and cards have to let go of it. */
const passedOn = { permission: seen, leavesReach: true } as const;

/**
 * What screens hear: all that changes a list or card that is open somewhere. Looks at a card are
 * not among it, for a card that is read anew would be a look again, without end.
 */
export const liveEvents: Readonly<Record<string, LiveAudience>> = {
  'subscribers.created': seen,
  'subscribers.street_name_added': seen,
  'subscribers.street_name_removed': seen,
  'subscribers.code_word_set': seen,
  'subscribers.code_word_removed': seen,
  'subscribers.contact_added': seen,
  'subscribers.contact_changed': seen,
  'subscribers.contact_removed': seen,
  'subscribers.contact_person_added': seen,
  'subscribers.contact_person_changed': seen,
  'subscribers.contact_person_removed': seen,
  'subscribers.document_added': seen,
  'subscribers.document_removed': seen,
  'subscribers.document_scanned': seen,
  'subscribers.scan_put_back': seen,
  'subscribers.address_added': seen,
  'subscribers.address_changed': seen,
  'subscribers.address_removed': seen,
  'subscribers.need_noted': seen,
  'subscribers.need_confirmed': seen,
  'subscribers.need_closed': seen,
  'subscribers.noted': seen,
  'subscribers.consent_given': seen,
  'subscribers.consent_withdrawn': seen,
  'subscribers.household_joined': seen,
  'subscribers.household_left': seen,
  'subscribers.changed': passedOn,
  'subscribers.changed_in_bulk': passedOn,
  'subscribers.bulk_undone': passedOn,
  'subscribers.merged': passedOn,
  'subscribers.unmerged': passedOn,
  'subscribers.erased': passedOn,
  'subscribers.viewed': 'nobody',
  'subscribers.document_viewed': 'nobody',
  'subscribers.listed': 'nobody',
  'subscribers.exported': 'nobody',
  'subscribers.duplicates_searched': 'subscribers.merge',
  'subscribers.judged_alike': seen,
  'subscribers.judged_different': seen,
};

/** Whose subscribers screens hear of; a merged one belongs to whom it became. */
export const liveReach = liveReachOf('subscriber', (ctx, permission, ids) => {
  // subscribers_pkey
  return sql`
  select s.id from subscribers s join subscribers r on r.id = s.root_id
  where  s.id = any(${ids}::bigint[])
  and    ${reaches(ctx, permission as SubscriberPermission)}`;
});
