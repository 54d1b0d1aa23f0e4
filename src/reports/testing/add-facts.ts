import { sql } from 'kysely';
import { bulkLoad as loadConversations } from '../../conversations/index.ts';
import { type BulkCtx, inBulkTransaction } from '../../kernel/db/bulk.ts';
import { bulkLoad as loadIncidents } from '../../network/index.ts';
import { bulkLoadCases } from '../../retention/index.ts';
import { bulkLoadCosts, bulkLoadDeals } from '../../sales/index.ts';
import { addAccount } from '../../testing/accounts.ts';
import type { World } from '../../testing/world.ts';
import { bulkLoad as loadTickets } from '../../tickets/index.ts';

export type People = [number, number, number];

/** An hour of a day of February 2026. */
export const at = (day: number, hour = 12): Date => new Date(Date.UTC(2026, 1, day, hour));

/** A February of three people who have an account each, and whose contacts one agent answers. */
export async function addFacts(world: World, people: People, staffId: number): Promise<void> {
  await inBulkTransaction(world.ctx, (ctx) => fill(ctx, people, staffId));
  for (const [place, subscriberId] of people.entries()) {
    await addAccount(world, subscriberId, {
      number: `F-${place}`,
      contractOn: '2025-06-01',
      subscriptions: [],
    });
  }
  await placeAccounts(world);
}

/** Contacts, wishes, sales and costs of February, and an outage in the house of the first. */
async function fill(ctx: BulkCtx, [first, second, third]: People, staffId: number): Promise<void> {
  const contact = (
    subscriberId: number | null,
    day: number,
    touchSeconds: number | null,
    outcome: string | null = 'answered',
  ) => ({
    channel: day < 7 ? 'call' : 'email',
    subscriberId,
    subject: '',
    text: 'Не работает',
    openedAt: at(day),
    closedAt: outcome === null ? null : at(day, 18),
    outcome,
    touch: touchSeconds === null ? null : { seconds: touchSeconds, staffId },
  });
  const conversations = await loadConversations(ctx, [
    contact(first, 3, 20),
    contact(first, 6, 4000),
    contact(second, 4, 30),
    contact(second, 8, 30),
    contact(third, 10, null, null),
    contact(third, 27, 10),
    contact(null, 5, null, 'not_a_request'),
  ]);
  const ticket = { state: 'done' as const, subject: 'Т', openedAt: at(4), closedAt: at(9) };
  const tickets = await loadTickets(ctx, [
    { ...ticket, subscriberId: second, category: 'Интернет' },
    { ...ticket, subscriberId: second, category: 'Оплата' },
  ]);
  await sql`
    insert into ticket_conversations (ticket_id, conversation_id, linked_at) values
      (${tickets[0]}, ${conversations[2]}, now()), (${tickets[1]}, ${conversations[3]}, now())`.execute(
    ctx.db,
  );
  const wish = { words: 'Ухожу', isAngry: false, reason: null, teamId: null, offered: null };
  const stays = { at: at(4), outcome: 'stays' as const };
  const of = (subscriberId: number, source: 'words' | 'silent', closed: typeof stays | null) => ({
    ...wish,
    subscriberId,
    source,
    ownerStaffId: staffId,
    openedAt: at(3),
    spokenAt: at(3, 13),
    closed,
  });
  const cases = await bulkLoadCases(ctx, [
    of(first, 'words', stays),
    of(second, 'words', stays),
    of(third, 'silent', stays),
  ]);
  await sql`
    update retention_cases set is_here_month = id <> ${cases[1]} where id = any(${cases})`.execute(
    ctx.db,
  );
  const deal = { stageAt: 9, name: 'Покупатель', onceMinor: 0, enteredStageAt: at(5) };
  await bulkLoadDeals(ctx, [
    { ...deal, state: 'won', monthlyMinor: 60_000, openedAt: at(1), closedAt: at(7) },
    { ...deal, state: 'won', monthlyMinor: 50_000, openedAt: at(1), closedAt: at(9) },
    { ...deal, state: 'lost', monthlyMinor: 40_000, openedAt: at(1), closedAt: at(9) },
  ]);
  await bulkLoadCosts(ctx, [
    { month: '2026-02-01', kind: 'acquisition', source: null, amountMinor: 300_000 },
  ]);
}

/** Two of the accounts stand in a house that was without service for an hour and a half. */
async function placeAccounts(world: World): Promise<void> {
  const { rows } = await sql<{ id: number }>`
    with street as (insert into streets (city, name, key) values ('Город', 'Кедровая', 'к')
                    returning id),
    building as (insert into buildings (street_id, number, district, technology)
                 select id, '1', 'Север', 'ftth' from street returning id),
    premise as (insert into premises (building_id, flat)
                select b.id, f.flat from building b, (values ('1'), ('2')) f (flat)
                returning id, flat),
    address as (insert into service_addresses (subscriber_id, premise_id, created_at)
                select a.subscriber_id, p.id, now()
                from   premise p join accounts a on a.number = 'F-' || (p.flat::int - 1)
                returning id, subscriber_id),
    placed as (update accounts a set service_address_id = s.id
               from   address s where s.subscriber_id = a.subscriber_id)
    select id from building`.execute(world.ctx.db);
  await inBulkTransaction(world.ctx, (ctx) =>
    loadIncidents(ctx, [
      {
        kind: 'outage',
        startedAt: at(12, 3),
        endedAt: new Date(at(12, 4).getTime() + 1_800_000),
        cause: 'Обрыв',
        buildingIds: [rows[0]?.id ?? 0],
      },
      {
        kind: 'planned_work',
        startedAt: at(13, 3),
        endedAt: at(13, 9),
        cause: '',
        buildingIds: [rows[0]?.id ?? 0],
      },
    ]),
  );
}
