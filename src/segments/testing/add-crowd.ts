import { inBulkTransaction } from '../../kernel/db/bulk.ts';
import { bulkLoad as loadSubscribers } from '../../subscribers/index.ts';
import type { World } from '../../testing/world.ts';
import { bulkLoad as loadTickets } from '../../tickets/index.ts';

/** Adds so many people: a third has left, every other has a ticket, each fiftieth four of them. */
export async function addCrowd({ ctx }: World, size: number): Promise<void> {
  const now = ctx.clock.now();
  const ticketOf = (subscriberId: number) => ({
    subscriberId,
    category: 'Разное',
    subject: 'Обрыв',
    state: 'done' as const,
    openedAt: now,
    closedAt: now,
  });
  await inBulkTransaction(ctx, async (bulk) => {
    const loaded = await loadSubscribers(
      bulk,
      Array.from({ length: size }, (_, at) => ({
        kind: 'person',
        displayName: `Прохожий ${at}`,
        status: at % 3 === 0 ? 'left' : 'active',
        contacts: [],
      })),
    );
    const tickets = loaded.flatMap(({ id }, at) =>
      Array.from({ length: at % 50 === 0 ? 4 : at % 2 }, () => ticketOf(id)),
    );
    await loadTickets(bulk, tickets);
  });
}

/** An outage of so many hours, just over, in a house where somebody has two flats. */
export async function addOutage(world: World, subscriberId: number, hours: number): Promise<void> {
  await world.ctx.pool.query(
    `with r as (insert into streets (city, name, key) values ('Город', 'Тёмная', '-') returning id),
     b as (insert into buildings (street_id, number) select id, '1' from r returning id),
     f as (insert into premises (building_id, flat)
           select id, n::text from b, generate_series(1, 2) n returning id),
     a as (insert into service_addresses (subscriber_id, premise_id, created_at)
           select $1, id, now() from f),
     i as (insert into incidents (kind, started_at, ended_at, created_at)
           select 'outage', $2::timestamptz - make_interval(hours => $3), $2, $2 returning id)
     insert into incident_buildings (incident_id, building_id) select i.id, b.id from i, b`,
    [subscriberId, world.clock.now(), hours],
  );
}
