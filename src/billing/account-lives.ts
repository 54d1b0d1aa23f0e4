import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';

/**
 * From which day an account is with us, and the first on which it is no more: a subquery that
 * stands for `accounts`. One that was taken back never was; of one that came closed, without a
 * day, nobody knows.
 */
export const accountLives = (ctx: Ctx) => sql`(
  select b.*, case when b.closed_on is not null then greatest(b.closed_on, b.connected_on) end
                as gone_on
  from   (select id, subscriber_id, service_address_id, currency, closed_on,
                 coalesce(contract_on, (created_at at time zone ${sql.lit(ctx.operator.timeZone)})::date)
                   as connected_on
          from   accounts
          where  not is_taken_back and (state <> 'closed' or closed_on is not null)) b)`;
