import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inBulkTransaction } from '../kernel/db/bulk.ts';
import { inTransaction } from '../kernel/db/transaction.ts';
import { must } from '../kernel/result.ts';
import { postBatches, verifyLedger } from '../ledger/index.ts';
import { randomOf } from '../testing/random.ts';
import { patienceMs, runs } from '../testing/proof.ts';
import { reverseEarnings } from './earning/reverse-earnings.ts';
import { givenTwice, openHappenings } from './testing/happenings.ts';
import { type LoyaltyDesk, openLoyaltyDesk } from './testing/loyalty-desk.ts';

const PEOPLE = runs(60, 100_000);
const SPENDERS = runs(6, 400);
const SEED = 'year of points';
const BUDGET = PEOPLE * 8;
const FEE_MINOR = 60_000;

let desk: LoyaltyDesk;
let accounts: { id: number; subscriberId: number }[];
let happen: Awaited<ReturnType<typeof openHappenings>>;
const random = randomOf(SEED, 0);

beforeAll(async () => {
  desk = await openLoyaltyDesk();
  const { world, call, person, rule } = desk;
  await person({ customerSince: '2024-06-10' });
  // As many more, of all months and birthdays, with an account each.
  await sql`
    with made as (
      insert into subscribers (id, kind, display_name, status, customer_since, birth_on, root_id,
        created_at, updated_at)
      overriding system value
      select 100000 + n, 'person', 'Житель ' || n, 'active',
             date '2020-01-01' + (n * 37 % 2200)::int, date '1970-01-01' + (n * 53 % 12000)::int,
             100000 + n, now(), now()
      from   generate_series(1, ${PEOPLE - 1}::int) n returning id)
    insert into accounts (subscriber_id, number, currency, created_at)
    select id, '77-' || id, 'RUB', now() from made`.execute(world.ctx.db);
  const { rows } = await sql<{ id: number; subscriberId: number }>`
    select id, subscriber_id from accounts order by id`.execute(world.ctx.db);
  accounts = rows;
  const programme = (await call('GET /api/loyalty/programme')).body;
  await call('PUT /api/loyalty/programme', { ...programme, lifeMonths: 3, graceMonths: 1 });
  await rule('on_time', 20, { mostPoints: 150, capPeriod: 'year' });
  await rule('spending', 3, { budgetPoints: BUDGET });
  await rule('streak', 50, { bound: 3 });
  await rule('tenure', 10);
  await rule('birthday', 30);
  await desk.night('2026-03-02');
  happen = await openHappenings(desk, accounts, SEED);
}, patienceMs(60));
afterAll(() => desk.world.close());

const months = Array.from({ length: 12 }, (_, at) =>
  new Date(Date.UTC(2026, 2 + at, 1)).toISOString().slice(0, 7),
);
const after = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 1)).toISOString();

async function live(month: string): Promise<void> {
  const { world } = desk;
  const usual = { currency: 'RUB' } as const;
  const all = accounts.map(({ id: accountId }) => ({ accountId, amountMinor: -FEE_MINOR }));
  const paid = accounts
    .filter(() => random.chance(0.9))
    .map(({ id: accountId }) => ({ accountId, amountMinor: FEE_MINOR }));
  await inBulkTransaction(world.ctx, async (ctx) => {
    must(
      await postBatches(ctx, [
        {
          ...usual,
          kind: 'charges',
          key: `charges ${month}`,
          occurredOn: `${month}-01`,
          counterpart: 'revenue',
          lines: all,
        },
        {
          ...usual,
          kind: 'payments',
          key: `payments ${month}`,
          occurredOn: `${month}-20`,
          counterpart: 'bank',
          lines: paid,
        },
      ]),
    );
  });
  await desk.night(after(month).slice(0, 10));
}

/** Some spend at once, some think better of it, and of some a payment is taken back. */
async function spend(rewardIds: readonly number[]): Promise<void> {
  const asked = Array.from({ length: SPENDERS }, () => ({
    id: random.pick(accounts).subscriberId,
    rewardId: random.pick(rewardIds),
    isUndone: random.chance(0.3),
  }));
  for (const { isUndone, ...input } of asked) {
    const { status, body } = await desk.call('POST /api/subscribers/{id}/redemptions', input);
    if (status === 201 && isUndone) await desk.call('POST /api/redemptions/{id}/undo', body);
  }
  const unlucky = asked.slice(0, 2).map(({ id }) => id);
  await inTransaction(desk.world.ctx, (tx) =>
    reverseEarnings(
      tx,
      sql`e.id in (select max(x.id) from point_earnings x where x.state = 'posted'
                   and x.subscriber_id = any(${unlucky}::bigint[]) group by x.subscriber_id)`,
      'test',
    ),
  );
}

type Line = {
  walletId: number;
  on: string;
  kind: string;
  points: number;
  expiresOn: string | null;
  isReversed: boolean | null;
};

/** Wallets between which points were moved have lots of others: of them the sum is checked. */
test(
  'a year of points: what is owed is what lots say, whose oldest are spent first',
  async () => {
    const { world, call } = desk;
    const rewardIds: number[] = [];
    for (const points of [20, 60, 150]) {
      const made = { name: `За ${points}`, kind: 'goods' as const, points };
      rewardIds.push((await call('POST /api/loyalty/rewards', made)).body.id);
    }
    for (const [at, month] of months.entries()) {
      await happen(month, at);
      await live(month);
      await spend(rewardIds);
      await isOwedAsRecomputed();
    }
    await desk.night('2027-03-02');
    const nothing = { addOns: 0, outages: 0, friends: 0, friendships: 0, levels: 0 };
    expect(await givenTwice(desk)).toEqual(nothing);
    let owed = 0;
    const kinds = new Set<string>();
    const wrong: string[] = [];
    for await (const [, lines] of wallets()) {
      for (const { kind } of lines) kinds.add(kind);
      if (lines.some(({ kind }) => kind === 'points_pooled')) {
        owed += lines.reduce((sum, { points }) => sum + points, 0);
        continue;
      }
      const replayed = replay(lines);
      owed += replayed.owed;
      wrong.push(...replayed.wrong);
    }
    expect(kinds).toContain('points_expired');
    expect(kinds).toContain('points_taken_back');
    expect(kinds).toContain('points_pooled');
    expect(wrong).toEqual([]);
    const effect = (await call('GET /api/loyalty/effect', { months: 24 })).body;
    expect(effect.owedPoints - effect.belowPoints).toBe(owed);
    expect(effect.months.at(-1)?.owedPoints).toBe(owed);
    const broken = (await verifyLedger(world.ctx)).filter(({ found }) => found > 0);
    expect(broken).toEqual([]);
    await limitsHold();
  },
  patienceMs(60),
);

const MOST_WALLETS = 5000;

/** The lines of each wallet, so many wallets at once. */
async function* wallets(): AsyncGenerator<[number, Line[]]> {
  let afterId = 0;
  for (;;) {
    // What was undone was undone on the spot: it counts as if it had not been.
    const { rows } = await sql<Line>`
      select l.wallet_id, t.occurred_on as "on", t.kind, p.amount_minor as points, e.expires_on,
             e.state = 'reversed' as is_reversed
      from   ledger_accounts l
      join   ledger_postings p on p.ledger_account_id = l.id
      join   ledger_transactions t on t.id = p.transaction_id
      left   join point_earnings e on e.posting_id = p.id
      where  l.wallet_id in (select id from point_wallets where id > ${afterId}
                             order by id limit ${MOST_WALLETS})
      and    t.reverses_id is null
      and    not exists (select from ledger_transactions u where u.reverses_id = t.id)
      order  by p.id`.execute(desk.world.ctx.db);
    yield* Map.groupBy(rows, ({ walletId }) => walletId);
    const { rows: ids } = await sql<{ id: number | null }>`
      select max(id) as id from (select id from point_wallets where id > ${afterId}
                                 order by id limit ${MOST_WALLETS}) w`.execute(desk.world.ctx.db);
    const lastId = ids[0]?.id ?? null;
    if (lastId === null) return;
    afterId = lastId;
  }
}

/**
 * What lies in each wallet by the ledger is what was earned and not taken back, less what was spent
 * and not undone and what has run out, by the programme's own rows.
 */
async function isOwedAsRecomputed(): Promise<void> {
  const { rows } = await sql<{ wrong: number; owed: number; again: number }>`
    with told as (
      select e.wallet_id, e.points from point_earnings e
      where  e.rule_id is not null and e.state in ('posted', 'reversed')
      union all
      select d.wallet_id, -d.points from redemptions d where d.state <> 'undone'
      union all
      select u.wallet_id, u.points
      from   point_earnings e join point_earnings f on f.id = e.moved_from_id
      cross  join lateral (values (e.wallet_id, e.points), (f.wallet_id, -e.points))
                  as u(wallet_id, points)
      union all
      select l.wallet_id, p.amount_minor
      from   ledger_transactions t
      join   ledger_postings p on p.transaction_id = t.id
      join   ledger_accounts l on l.id = p.ledger_account_id and l.wallet_id is not null
      where  t.kind in ('points_taken_back', 'points_expired')
      or    (t.kind = 'points_pooled' and not exists (
               select from point_earnings e where e.transaction_id = t.id))),
    again as (select wallet_id, sum(points) as points from told group by 1),
    held as (
      select l.wallet_id, b.balance_minor as points
      from   ledger_accounts l join ledger_balances b on b.ledger_account_id = l.id
      where  l.wallet_id is not null)
    select count(*) filter (where coalesce(h.points, 0) <> coalesce(a.points, 0)) as wrong,
           sum(h.points)::bigint as owed, sum(a.points)::bigint as again
    from   held h full join again a on a.wallet_id = h.wallet_id`.execute(desk.world.ctx.db);
  const { wrong = -1, owed, again } = rows[0] ?? {};
  expect([wrong, owed]).toEqual([0, again]);
}

type Lot = { points: number; left: number; expiresOn: string; isReversed: boolean };

/** Takes from the lots that run out first; @returns what there was not */
function take(lots: readonly Lot[], points: number): number {
  let open = points;
  for (const lot of lots) {
    const part = Math.min(lot.left, open);
    lot.left -= part;
    open -= part;
  }
  return open;
}

/**
 * Lives through the lines of one wallet with lots: what is spent is taken from the lot that runs
 * out first, what is taken back from its own lot and then likewise. What the night has let run out
 * must be what was left of the lots whose day had passed.
 * @returns what is left, and where it was not so
 */
function replay(lines: readonly Line[]): { owed: number; wrong: string[] } {
  const wrong: string[] = [];
  let lots: Lot[] = [];
  let debt = 0;
  for (const { kind, on, points, expiresOn, isReversed } of lines) {
    if (expiresOn !== null) {
      const paid = Math.min(debt, points);
      debt -= paid;
      lots = [...lots, { points, left: points - paid, expiresOn, isReversed: isReversed === true }];
      lots = lots.toSorted((a, b) => (a.expiresOn < b.expiresOn ? -1 : 1));
    } else if (kind === 'points_expired') {
      const gone = lots.filter((lot) => lot.expiresOn < on);
      const left = gone.reduce((sum, lot) => sum + lot.left, 0);
      if (left !== -points) wrong.push(`${on}: ${-points} ran out, not ${left}`);
      lots = lots.filter((lot) => lot.expiresOn >= on);
    } else if (kind === 'points_taken_back') {
      const own = lots.find((lot) => lot.isReversed && lot.points === -points);
      const part = Math.min(own?.left ?? 0, -points);
      lots = lots.filter((lot) => lot !== own);
      debt += take(lots, -points - part);
    } else {
      debt += take(lots, -points);
    }
  }
  return { owed: lots.reduce((sum, { left }) => sum + left, 0) - debt, wrong };
}

/** What one may earn by a rule, what all may, and levels that follow from their changes. */
async function limitsHold(): Promise<void> {
  const { rows } = await sql<{ overCap: number; overBudget: number; levels: number }>`
    select (select count(*) from (
              select 1 from point_earnings e join earning_rules r on r.id = e.rule_id
              where  r.most_points is not null and e.state not in ('dropped', 'reversed')
              group  by r.id, e.subscriber_id, date_trunc(r.cap_period, e.earned_on)
              having sum(e.points) > min(r.most_points)) x) as over_cap,
           (select count(*) from (
              select 1 from point_earnings e join earning_rules r on r.id = e.rule_id
              where  r.budget_points is not null and e.state not in ('dropped', 'reversed')
              group  by r.id, date_trunc('month', e.earned_on)
              having sum(e.points) > min(r.budget_points)) x) as over_budget,
           (select count(*) from loyalty_members b
            where  b.level_id is distinct from (
              select c.level_id from level_changes c where c.subscriber_id = b.subscriber_id
              order  by c.id desc limit 1)) as levels`.execute(desk.world.ctx.db);
  expect(rows).toEqual([{ overCap: 0, overBudget: 0, levels: 0 }]);
}
