import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { SignKind } from './signs.ts';

/** Nobody is brought again for the same so soon. */
const REST_DAYS = 90;

/**
 * Subscribers whom a sign touches now, each once, by their root: those of whom no case is open, and
 * none was lately.
 */
export function touchedBy(ctx: Ctx, kind: SignKind, days: number): RawBuilder<{ id: number }> {
  const now = ctx.clock.now();
  const since = sql`${now}::timestamptz - ${days} * interval '1 day'`;
  // shortfalls_pkey (account_id), payments_account, usage_records_account, accounts_subscriber
  const silent =
    kind === 'stopped_paying'
      ? sql`
        select a.subscriber_id from shortfalls f join accounts a on a.id = f.account_id
        where  f.since_at <= ${since} and a.state <> 'closed'
        and    not exists (select from payments p where p.account_id = a.id
                           and p.state = 'credited' and p.paid_at > ${since})`
      : sql`
        select a.subscriber_id from accounts a
        where  a.state = 'active'
        and    exists (select from usage_records u where u.account_id = a.id)
        and    not exists (select from usage_records u where u.account_id = a.id
                           and u.began_at > ${since})`;
  return sql`
    select distinct r.id from (${silent}) t
    join   subscribers s on s.id = t.subscriber_id
    join   subscribers r on r.id = s.root_id and r.erased_at is null
    where  not exists (
      select from retention_cases c join subscribers m on m.id = c.subscriber_id
      where  m.root_id = r.id
      and   (c.state = 'open' or c.closed_at > ${now}::timestamptz - ${REST_DAYS} * interval '1 day'))`;
}
