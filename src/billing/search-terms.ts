import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import type { SearchTerms } from '../subscribers/index.ts';

type Row = {
  subscriberId: number;
  identifiers: string[];
  phones: string[];
  ips: string[];
  macs: string[];
};

/** Numbers of accounts and contracts, logins, numbers and addresses of lines, per subscriber. */
export async function loadSearchTerms(
  ctx: Ctx,
  subscriberIds: readonly number[],
): Promise<Map<number, SearchTerms>> {
  // accounts_subscriber (subscriber_id), service_lines_account (account_id)
  const { rows } = await sql<Row>`
    with own as materialized (
      select id, subscriber_id, number, contract_number
      from   accounts where subscriber_id = any(${subscriberIds}::bigint[]))
    select o.subscriber_id,
           array_remove(array_agg(o.number order by o.id) || array_agg(o.contract_number)
                        || array_agg(l.login), null) as identifiers,
           array_remove(array_agg(l.number), null) as phones,
           array_remove(array_agg(host(l.ip)), null) as ips,
           array_remove(array_agg(l.mac::text), null) as macs
    from   own o
    left   join service_lines l on l.account_id = o.id and l.closed_at is null
    group  by o.subscriber_id`.execute(ctx.db);
  return new Map(rows.map(({ subscriberId, ...terms }) => [subscriberId, terms]));
}
