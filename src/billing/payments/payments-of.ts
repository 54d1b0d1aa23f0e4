import { type RawBuilder, sql } from 'kysely';
import type { ClusterIds } from '../../subscribers/index.ts';

/**
 * Ids of the payments of a person: those on their accounts, and those on no account whose payer
 * named one of theirs. Accounts come by accounts_subscriber, payments by payments_account and
 * payments_account_given.
 */
export const paymentsOf = (ids: ClusterIds): RawBuilder<unknown> => sql`
  select p.id from accounts a join payments p on p.account_id = a.id
  where  a.subscriber_id = any(${ids}::bigint[])
  union  all
  select p.id from accounts a join payments p on p.account_given = a.number
  where  a.subscriber_id = any(${ids}::bigint[]) and p.account_id is null`;

/**
 * The condition on a line in doubt, `d`, that it looks like one of these payments or became it, by
 * payment_doubts_like and payment_doubts_became.
 */
export const doubtsOn = (payments: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(d.like_payment_id in (${payments}) or d.payment_id in (${payments}))`;
