import { type RawBuilder, sql } from 'kysely';
import { lastDay } from './charged.ts';

/**
 * Services of which each line is a number; what else is charged counts for the account alone. A
 * bundle stands on the line by which it reaches the client.
 */
const numbered = sql`('internet', 'tv', 'phone', 'mobile', 'bundle')`;
const reachingFirst = sql`array['internet', 'mobile', 'phone', 'tv']`;

/**
 * The relation `numbered` of a recursive WITH after `held` (accounts): what each number was
 * charged. A number is a service line: what a service is charged stands on its lines in the order
 * in which both were begun, so that of three phones each has its own tariff, one that was changed
 * within the month together with its successor. What is added to tariffs goes to the lines in the
 * same order; where no line is known, each tariff is a number.
 */
export const numbers = (month: string): RawBuilder<unknown> => sql`
    -- subscriptions_pkey, subscriptions_replaced_by (replaced_by_id), product_versions_pkey,
    -- products_pkey, service_lines_account (account_id)
    charged as materialized (
      select c.account_id, c.subscription_id, c.minor, p.service, p.kind = 'tariff' as is_tariff
      from   held h
      join   vip_charged c on c.account_id = h.id
      join   subscriptions x on x.id = c.subscription_id
      join   product_versions v on v.id = x.product_version_id
      join   products p on p.id = v.product_id
      where  p.service in ${numbered}),
    former as (
      select subscription_id, subscription_id as begun_id from charged
      union
      select f.subscription_id, y.id
      from   former f join subscriptions y on y.replaced_by_id = f.begun_id),
    paid as materialized (
      select c.account_id, c.service, c.minor,
             dense_rank() over (partition by c.account_id, c.service, c.is_tariff
                                order by f.begun_id) - 1 as place
      from   charged c
      join  (select subscription_id, min(begun_id) as begun_id
             from   former group by subscription_id) f
             on f.subscription_id = c.subscription_id),
    line as materialized (
      select l.id, l.account_id, l.kind,
             row_number() over (partition by l.account_id, l.kind order by l.id) - 1 as place,
             count(*) over (partition by l.account_id, l.kind) as beside,
             first_value(l.kind) over (
               partition by l.account_id
               order by array_position(${reachingFirst}, l.kind), l.id) as reaching
      from   held h
      join   service_lines l on l.account_id = h.id
      where  l.closed_at is null or l.closed_at >= ${lastDay(month)}),
    numbered as (
      select p.account_id, l.id as line_id, sum(p.minor)::bigint as minor
      from   paid p
      left   join line l on l.account_id = p.account_id and l.place = p.place % l.beside
             and l.kind = case p.service when 'bundle' then l.reaching else p.service end
      group  by p.account_id, l.id, case when l.id is null then p.service end,
                case when l.id is null then p.place end)`;
