import { bulkLoad as loadProducts } from '../../catalog/index.ts';
import { inBulkTransaction } from '../../kernel/db/bulk.ts';
import type { World } from '../../testing/world.ts';

/** Takes an add-on on an account on a day. */
export async function takeAddOn(
  { ctx }: World,
  { accountId, name, on }: { accountId: number; name: string; on: string },
): Promise<void> {
  const versions = await inBulkTransaction(ctx, (bulk) =>
    loadProducts(bulk, [
      {
        kind: 'addon',
        service: 'internet',
        name,
        monthlyFeeMinor: 5000,
        currency: 'RUB',
        validFrom: '2025-01-01',
      },
    ]),
  );
  await ctx.pool.query(
    `insert into subscriptions (account_id, product_version_id, started_on, created_at)
     values ($1, $2, $3::date, $3::date)`,
    [accountId, versions.get(name), on],
  );
}

/** Makes the house of some people, each there since a moment and until another. */
export async function addHouse(
  { ctx }: World,
  people: readonly { id: number; since: string; until?: string }[],
): Promise<number> {
  const { rows } = await ctx.pool.query<{ id: number }>(
    `with r as (
       insert into streets (city, name, key)
       select 'Город', 'Тёмная ' || count(*), 'Тёмная ' || count(*) from streets returning id)
     insert into buildings (street_id, number) select id, '1' from r returning id`,
  );
  const houseId = rows[0]?.id ?? 0;
  for (const [at, { id, since, until = null }] of people.entries()) {
    await ctx.pool.query(
      `with f as (insert into premises (building_id, flat) values ($1, $2) returning id)
       insert into service_addresses (subscriber_id, premise_id, created_at, removed_at)
       select $3, id, $4, $5 from f`,
      [houseId, String(at + 1), id, since, until],
    );
  }
  return houseId;
}

/** An outage of a house, from a moment for so many hours. */
export async function addOutage(
  { ctx }: World,
  houseId: number,
  startedAt: string,
  hours: number,
): Promise<void> {
  await ctx.pool.query(
    `with i as (
       insert into incidents (kind, started_at, ended_at, created_at)
       values ('outage', $2, $2::timestamptz + make_interval(hours => $3), $2) returning id)
     insert into incident_buildings (incident_id, building_id) select i.id, $1 from i`,
    [houseId, startedAt, hours],
  );
}

/** A payment of an account that had counted goes back. */
export async function returnPayment(
  { ctx }: World,
  accountId: number,
  { paidOn, at }: { paidOn: string; at: string },
): Promise<void> {
  await ctx.pool.query(
    `with source as (
       insert into payment_sources (kind, name, currency, created_at)
       select 'bank', 'Банк ' || count(*), 'RUB', $3 from payment_sources returning id),
     paid as (
       insert into payments (source_id, external_id, account_id, amount_minor, currency, paid_at,
         received_at, state, returned_minor)
       select id, 'x', $1, 60000, 'RUB', $2, $2, 'returned', 60000 from source returning id)
     insert into payment_returns (payment_id, amount_minor, reason, returned_at, transaction_id)
     select p.id, 60000, 'x', $3, max(t.id)
     from   paid p cross join ledger_transactions t group by p.id`,
    [accountId, paidOn, at],
  );
}
