import { type RawBuilder, sql } from 'kysely';

type Taken = {
  /** The subscription by which it was taken on. */
  subscriptionId: RawBuilder<unknown>;
  subscriberId: RawBuilder<unknown>;
  on: RawBuilder<unknown>;
};

/** Whether what was taken on had ended by a day, and nobody of theirs had it anew. */
export const isGivenUp = ({ subscriptionId, subscriberId, on }: Taken): RawBuilder<boolean> =>
  sql<boolean>`
  -- subscriptions_pkey, product_versions_pkey, subscribers_root, accounts_subscriber,
  -- subscriptions_account
  exists (
    select from subscriptions x
    join   product_versions v on v.id = x.product_version_id
    where  x.id = ${subscriptionId} and x.ended_on <= ${on}
    and    not exists (
      select from subscribers s
      join   subscribers n on n.root_id = s.root_id
      join   accounts a on a.subscriber_id = n.id
      join   subscriptions y on y.account_id = a.id
      join   product_versions w on w.id = y.product_version_id and w.product_id = v.product_id
      where  s.id = ${subscriberId} and coalesce(y.started_on, ${on}) <= ${on}
      and   (y.ended_on is null or y.ended_on > ${on})))`;
