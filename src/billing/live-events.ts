import { sql } from 'kysely';
import { type LiveAudience, liveReachOf } from '../kernel/live/audience.ts';
import { type BillingPermission, holderJoins, reachesAccount } from './reach.ts';

const seen = 'billing.view';

/** What screens hear: a statement, a card, a ticket or a queue of corrections may show it. */
export const liveEvents: Readonly<Record<string, LiveAudience>> = {
  'billing.correction_proposed': seen,
  'billing.correction_posted': seen,
  'billing.correction_refused': seen,
  'billing.correction_withdrawn': seen,
  'billing.reason_added': 'signed-in',
  'billing.reason_changed': 'signed-in',
  'billing.limit_set': 'signed-in',
  'billing.statement_viewed': 'nobody',
};

/** Whose corrections screens hear of: those of accounts within reach. */
export const liveReach = liveReachOf('correction', (ctx, permission, ids) => {
  // corrections_pkey, accounts_pkey, subscribers_pkey
  return sql`
  select c.id from corrections c
  join   accounts a on a.id = c.account_id ${holderJoins}
  where  c.id = any(${ids}::bigint[])
  and    ${reachesAccount(ctx, permission as BillingPermission)}`;
});
