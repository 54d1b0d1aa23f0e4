import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAccount } from '../../testing/accounts.ts';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';
import { findMoments } from './find-moments.ts';
import { findPlay } from './play-rows.ts';
import { type Signal, signalKeys, signals } from './signals.ts';

// The world's Monday noon; what happens, happens on the day before it.
const NOW = new Date('2026-07-06T05:00:00Z');
const DAY = '2026-07-05';
const at = `${DAY}T04:00:00Z`;

let made: SubscribersWorld;
let house = 0;
beforeAll(async () => {
  made = await createSubscribersWorld();
  made.world.clock.moveTo(NOW);
  const [street] = await ask(
    `insert into streets (city, name, key) values ('Томск', 'Мира', 'мира') returning id`,
  );
  const [building] = await ask(
    `insert into buildings (street_id, number) values ($1, '1') returning id`,
    street?.id,
  );
  house = building?.id ?? 0;
});
afterAll(() => made.world.close());

async function ask(text: string, ...values: unknown[]): Promise<{ id: number }[]> {
  return (await made.world.ctx.pool.query<{ id: number }>(text, values)).rows;
}

type Person = { id: number; accountId: number; versionId: number };
let flats = 0;

/** Somebody served at the house who has agreed to hear of offers. */
async function person(): Promise<Person> {
  const id = await made.add({ customerSince: '2025-01-01' });
  await sql`update subscribers set created_at = '2025-01-01' where id = ${id}`.execute(
    made.world.ctx.db,
  );
  const accountId = await addAccount(made.world, id);
  flats += 1;
  await ask(
    `with p as (insert into premises (building_id, flat) values ($1, $2) returning id)
     insert into service_addresses (subscriber_id, premise_id, created_at)
     select $3, id, '2025-01-01' from p`,
    house,
    String(flats),
    id,
  );
  await ask(
    `insert into consents (subscriber_id, channel, purpose, is_granted, source, recorded_at)
     values ($1, 'any', 'advertising', true, 'Договор', '2025-01-01')`,
    id,
  );
  const [version] = await ask(
    'select product_version_id as id from subscriptions where account_id = $1',
    accountId,
  );
  return { id, accountId, versionId: version?.id ?? 0 };
}

const leaves = (id: number, on: string) =>
  ask(`update subscribers set status = 'left', left_on = $2 where id = $1`, id, on);
const newVersion = (from: number, more: { fee?: number; months?: number; version: number }) =>
  ask(
    `insert into product_versions (product_id, version, monthly_fee_minor, currency, speed_kbps,
       valid_from, least_months)
     select product_id, $2, $3, currency, speed_kbps, $4, $5 from product_versions where id = $1
     returning id`,
    from,
    more.version,
    more.fee ?? 60_000,
    DAY,
    more.months ?? 0,
  );

/** How each signal comes about for one of two, on the day. A segment is told where it needs one. */
const happenings: Record<Signal, (one: Person) => Promise<number | void>> = {
  outage: async () => {
    await ask(
      `with i as (
         insert into incidents (kind, started_at, ended_at, created_at)
         values ('outage', $2::timestamptz - interval '5 hours', $2, $2) returning id)
       insert into incident_buildings select id, $1 from i`,
      house,
      at,
    );
  },
  complaint_closed: async ({ id }) => {
    await ask(
      `insert into tickets (subscriber_id, subject, state, opened_at, closed_at, created_at,
         updated_at, category_id)
       select $1, 'Нет связи', 'done', $2::timestamptz - interval '2 days', $2, $2, $2, min(id)
       from   ticket_categories`,
      id,
      at,
    );
  },
  price_change: async ({ accountId, versionId }) => {
    const [next] = await newVersion(versionId, { version: 2, fee: 70_000 });
    await ask(
      `with c as (
         insert into price_changes (from_version_id, to_version_id, from_on, words, state,
           planned_at, announced_at)
         values ($1, $2, '2026-08-01', '', 'announced', $4, $4) returning id)
       insert into price_moves (price_change_id, subscription_id, account_id)
       select c.id, s.id, $3 from c, subscriptions s where s.account_id = $3`,
      versionId,
      next?.id,
      accountId,
      at,
    );
  },
  contract_end: async ({ accountId, versionId }) => {
    const [bound] = await newVersion(versionId, { version: 3, months: 12 });
    // A year from then ends thirty days after the day before.
    await ask(
      `update subscriptions set product_version_id = $2, started_on = '2025-08-04'
       where  account_id = $1`,
      accountId,
      bound?.id,
    );
  },
  discount_end: async ({ accountId }) => {
    await ask(
      `insert into discounts (account_id, kind, value, from_on, to_on, given_at)
       values ($1, 'percent', 2000, '2026-01-01', $2::date + 14, '2026-01-01')`,
      accountId,
      DAY,
    );
  },
  suspended: async ({ accountId }) => {
    await ask(
      `insert into service_breaks (account_id, kind, reason, began_at)
       values ($1, 'suspended', 'debt', $2)`,
      accountId,
      at,
    );
  },
  short: async ({ accountId }) => {
    await ask(
      `insert into shortfalls (account_id, since_at)
       values ($1, $2::timestamptz - interval '3 days')`,
      accountId,
      at,
    );
  },
  segment: async ({ id }) => {
    const [segment] = await ask(
      `with g as (insert into segments (name, kind, created_at, updated_at)
                  values ('Список', 'static', $2, $2) returning id)
       insert into segment_members (segment_id, subscriber_id, since_at)
       select id, $1, $2 from g returning segment_id as id`,
      id,
      at,
    );
    return segment?.id;
  },
  risk: async ({ id }) => {
    await ask(
      `with v as (insert into risk_versions (kind, made_at, quality, body)
                  values ('scorecard', $2, '{}', '') returning id)
       insert into risk_scores (id, version_id, scored_at, chance_30, chance_60, chance_90,
         lifetime_months, margin_minor, value_minor, reason_group, reasons, sides, numbers)
       select $1, id, $2, 0.1, 0.2, 0.3, 10, 1, 1, 'price', '{}', '{}', '{}' from v`,
      id,
      at,
    );
  },
  left: async ({ id }) => {
    await leaves(id, '2026-06-05');
  },
  speed_came: async ({ id }) => {
    await leaves(id, '2026-05-01');
    await ask(
      `insert into coverages (building_id, technology, speed_kbps, updated_at)
       values ($1, 'ftth', 500000, $2)`,
      house,
      at,
    );
  },
  better_tariff: async ({ id, versionId }) => {
    await leaves(id, '2026-05-01');
    await newVersion(versionId, { version: 4, fee: 50_000 });
  },
  competitor_gone: async ({ id }) => {
    await leaves(id, '2026-05-01');
    await ask(
      `insert into competitor_offers (building_id, competitor, price_minor, currency, seen_on,
         created_at, removed_at)
       values ($1, 'Сосед', 30000, 'RUB', '2026-01-01', '2026-01-01', $2)`,
      house,
      at,
    );
  },
};

/** Who lives in the same house, and so is named by what befalls all of it. */
const isOfHouse = (signal: Signal): boolean => signal === 'outage';

test.for(signalKeys)('the signal %s names whom it is about, on its day alone', async (signal) => {
  const [one, other] = [await person(), await person()];
  const segmentId = (await happenings[signal](one)) ?? null;
  const { db } = made.world.ctx;
  const { usual: bound, aim } = signals[signal];
  const row = { name: signal, signal, aim, bound, segmentId, reason: 'price', action: 'call' };
  const { id } = await db
    .insertInto('plays')
    .values({ ...row, createdAt: NOW })
    .returning('id')
    .executeTakeFirstOrThrow();
  const found = await findPlay(made.world.ctx, id);
  if (!found.ok) throw new Error('it was just made');
  const look = { asOf: 'moment' as const, isNew: false, isFree: true, most: 100 };
  const named = async (from: string, to: string) => {
    const period = { from: new Date(from), to: new Date(to) };
    const moments = await findMoments(made.world.ctx, found.value, period, look);
    return moments.map(({ subscriberId }) => subscriberId);
  };
  // The operator's day begins at 21:00 UTC of the day before.
  const day = await named('2026-07-04T20:59:00Z', '2026-07-05T20:59:00Z');
  expect(day).toContain(one.id);
  expect(day.includes(other.id)).toBe(isOfHouse(signal));
  expect(await named('2026-07-05T20:59:00Z', NOW.toISOString())).not.toContain(one.id);
  expect(await named('2026-07-01T20:59:00Z', '2026-07-04T20:59:00Z')).not.toContain(one.id);
});
