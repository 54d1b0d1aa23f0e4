import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { inTransaction } from '../kernel/db/transaction.ts';
import { bulkBegin, redeemReward, type RewardLoad } from '../loyalty/index.ts';
import { dateOnly, monthStart } from './months.ts';
import { randomOf } from './random.ts';
import type { DemoPlan } from './subscriber-at.ts';

const PAST_MONTHS = 6;
/** Of a larger base every night would read all: those are made to measure something else. */
const MOST_SUBSCRIBERS = 50_000;
const REDEMPTIONS = 12;

const usual = { value: 0, days: 0, stock: null, words: '' };
const rewards: readonly RewardLoad[] = [
  { ...usual, name: 'Три дня интернета', kind: 'service_days', points: 60, days: 3 },
  { ...usual, name: 'Скидка 10 % на месяц', kind: 'discount', points: 90, value: 10, days: 30 },
  { ...usual, name: '50 рублей на счёт', kind: 'airtime', points: 50, value: 5000 },
  {
    ...usual,
    name: 'Кружка с маяком',
    kind: 'goods',
    points: 120,
    value: 18_000,
    stock: 40,
    words: 'Выдаётся в офисе.',
  },
  {
    ...usual,
    name: 'Кино на двоих',
    kind: 'coupon',
    points: 150,
    value: 25_000,
    words: 'Кинотеатр «Прибой», любой сеанс.',
    codes: Array.from({ length: 30 }, (_, at) => `PRIBOY-${String(1001 + at * 37)}`),
  },
];

/** A programme that has worked for half a year, what it gave, and a few who have spent of it. */
export async function writeLoyalty(ctx: Ctx, plan: DemoPlan): Promise<void> {
  if (plan.subscribers > MOST_SUBSCRIBERS) return;
  const starts = Array.from({ length: PAST_MONTHS }, (_, ago) =>
    monthStart(plan.today, PAST_MONTHS - ago),
  );
  const [first = plan.today] = starts;
  const nights = [...starts, monthStart(plan.today, 0), plan.today];
  await bulkBegin(ctx, { begunOn: dateOnly(first), nights, rewards });
  await spendSome(ctx, plan);
}

/** Things and coupons that were given today. */
async function spendSome(ctx: Ctx, plan: DemoPlan): Promise<void> {
  const random = randomOf(`${plan.seed} loyalty`, 0);
  const before = await sql`select from redemptions limit 1`.execute(ctx.db);
  if (before.rows.length > 0) return;
  // ledger_accounts_wallet, ledger_balances_pkey, loyalty_members_wallet (wallet_id)
  const rich = await sql<{ id: number }>`
    select b.subscriber_id as id
    from   ledger_accounts l
    join   ledger_balances k on k.ledger_account_id = l.id and k.balance_minor >= 150
    join   loyalty_members b on b.wallet_id = l.wallet_id
    order  by b.subscriber_id limit 400`.execute(ctx.db);
  const things = await sql<{ id: number }>`
    select id from rewards where kind in ('goods', 'coupon') order by id`.execute(ctx.db);
  if (rich.rows.length === 0 || things.rows.length === 0) return;
  for (let at = 0; at < REDEMPTIONS; at++) {
    const [{ id }, { id: rewardId }] = [random.pick(rich.rows), random.pick(things.rows)];
    // Whoever is picked again may have spent all.
    await inTransaction(ctx, (tx) => redeemReward(tx, { id, rewardId }));
  }
}
