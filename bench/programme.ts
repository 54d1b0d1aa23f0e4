import { chargesTick } from '../src/billing/charging/run-charges.ts';
import { testClock } from '../src/kernel/clock.ts';
import { programmeTick } from '../src/vip/programme/run-programme.ts';
import type { Ctx } from '../src/kernel/context.ts';
import type { Base } from './base.ts';
import { openChargeBase } from './charge-base.ts';

/** What a night of a million subscribers may take. */
const ASKED_SECONDS = 30;
const MILLION = 1_000_000;
const SIGNAL = new AbortController().signal;

/**
 * Counts who is of the programme over a base that was charged for a month: the first night, in
 * which everybody who fulfils the rules is admitted and given to somebody, and the next, in which
 * only those come whose half year is over that day. One in twenty is charged enough; everybody
 * pays in time.
 * @returns the exit code
 */
export async function benchProgramme(subscribers: number): Promise<number> {
  const base = await openChargeBase(subscribers);
  try {
    await makeDear(base);
    await chargeOnce(base);
    const { pool } = base.ctx;
    await pool.query('delete from vip_clients');
    await pool.query('delete from vip_runs');
    const first = await night(base, '2027-01-01T06:00:00Z');
    const second = await night(base, '2027-01-02T06:00:00Z');
    const bar = Math.max(1, (ASKED_SECONDS * subscribers) / MILLION);
    const isMet = Math.max(first.seconds, second.seconds) <= bar;
    process.stdout.write(`asked ≤ ${bar.toFixed(1)} s: ${isMet ? 'met' : 'MISSED'}\n`);
    const isWhole = first.admitted > 0 && second.members === first.members + second.admitted;
    return isMet && isWhole ? 0 : 1;
  } finally {
    await base.close();
  }
}

/** Tariffs of 2,500 to 25,000 for one in twenty, careful payers all, and two to lead clients. */
async function makeDear({ ctx: { pool } }: Base): Promise<void> {
  await pool.query(`
    update subscriptions set monthly_fee_minor = 250000 * (1 + id / 20 % 10)
    where  account_id % 20 = 0 and monthly_fee_minor is distinct from 250000 * (1 + id / 20 % 10)`);
  await pool.query(`
    insert into trust_limits (account_id, careful_since) select id, '2024-01-01' from accounts
    on     conflict (account_id) do nothing`);
  await pool.query(
    `update subscribers set customer_since = '2024-01-01' where customer_since is null`,
  );
  await pool.query(`
    insert into vip_managers (staff_id, most_clients) select id, 50 from staff limit 2
    on     conflict do nothing`);
  await pool.query('vacuum analyze subscriptions, trust_limits, subscribers');
}

/** Charges December, once and to its end: a tick charges for so long, and the next goes on. */
async function chargeOnce({ ctx }: Base): Promise<void> {
  await ctx.pool.query(`
    update billing_settings set charges_begin_on = '2026-12-01', grace_days = null,
                                postpaid_grace_days = null`);
  const clock = testClock(new Date('2026-12-01T00:30:00Z'));
  let isCharging = false;
  while (!(await isCharged(ctx))) {
    isCharging = true;
    await chargesTick.run({ ...ctx, clock }, SIGNAL);
  }
  if (isCharging) await ctx.pool.query('vacuum analyze charges');
}

async function isCharged({ pool }: Ctx): Promise<boolean> {
  const { rows } = await pool.query<{ isCharged: boolean }>(`
    select exists (select from charge_runs)
           and not exists (select from charge_runs where finished_at is null) as "isCharged"`);
  return rows[0]?.isCharged ?? false;
}

/** One night of the programme, after a night of charges in which nothing was due. */
async function night(
  { ctx }: Base,
  at: string,
): Promise<{ seconds: number; members: number; admitted: number }> {
  const clock = testClock(new Date(at));
  await ctx.pool.query(
    `insert into charge_runs (started_at, from_month, finished_at) values ($1, '2026-12-01', $1)`,
    [at],
  );
  const startedMs = performance.now();
  await programmeTick.run({ ...ctx, clock }, SIGNAL);
  const seconds = (performance.now() - startedMs) / 1000;
  const { rows } = await ctx.pool.query<{ members: number; admitted: number; candidates: number }>(
    'select members, candidates, admitted from vip_runs order by "on" desc limit 1',
  );
  const { members = 0, candidates = 0, admitted = 0 } = rows[0] ?? {};
  process.stdout.write(
    `night of ${at.slice(0, 10)}: ${members} members, ${candidates} candidates, ` +
      `${admitted} admitted in ${seconds.toFixed(1)} s\n`,
  );
  return { seconds, members, admitted };
}
