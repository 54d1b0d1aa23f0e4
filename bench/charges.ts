import { chargesTick } from '../src/billing/charging/run-charges.ts';
import { testClock } from '../src/kernel/clock.ts';
import type { Base } from './base.ts';
import { openChargeBase } from './charge-base.ts';

/** What a night of a million accounts may take. */
const ASKED_SECONDS = 120;
const MILLION = 1_000_000;

/**
 * Charges all accounts of a base as the first night of a month does, where everybody is
 * charged, and once more, where nobody is; each time in a month that no run has charged yet. Nobody
 * is suspended: nobody here pays for a month, so that half the base would be in one night.
 * @returns the exit code
 */
export async function benchCharges(subscribers: number): Promise<number> {
  const base = await openChargeBase(subscribers);
  try {
    const month = await nextMonth(base);
    await base.ctx.pool.query(
      `update billing_settings set charges_begin_on = coalesce(charges_begin_on, $1),
                                  grace_days = null, postpaid_grace_days = null`,
      [month],
    );
    const first = await night(base, new Date(`${month}T00:30:00Z`));
    const second = await night(base, new Date(`${month}T23:30:00Z`));
    const bar = (ASKED_SECONDS * first.accounts) / MILLION;
    const verdict = first.seconds <= bar ? 'met' : 'MISSED';
    process.stdout.write(`asked ≤ ${bar.toFixed(0)} s: ${verdict}\n`);
    return first.seconds <= bar && second.charges === 0 ? 0 : 1;
  } finally {
    await base.close();
  }
}

/** The month after the last that was charged here. */
async function nextMonth({ ctx }: Base): Promise<string> {
  const { rows } = await ctx.pool.query<{ month: string }>(
    `select (coalesce((select max(month) from charges), '2026-11-01') + interval '1 month')::date
              ::text as month`,
  );
  return rows[0]?.month ?? '2026-12-01';
}

async function night(
  base: Base,
  at: Date,
): Promise<{ seconds: number; accounts: number; charges: number }> {
  const startedMs = performance.now();
  const ctx = { ...base.ctx, clock: testClock(at) };
  await chargesTick.run(ctx, new AbortController().signal);
  const seconds = (performance.now() - startedMs) / 1000;
  const { rows } = await ctx.pool.query<{ accounts: number; charges: number; suspended: number }>(
    'select accounts, charges, suspended from charge_runs order by id desc limit 1',
  );
  const { accounts = 0, charges = 0, suspended = 0 } = rows[0] ?? {};
  process.stdout.write(
    `night of ${at.toISOString().slice(0, 10)}: ${accounts} accounts, ${charges} charges, ` +
      `${suspended} suspended in ${seconds.toFixed(1)} s, ` +
      `${Math.round(accounts / seconds)} accounts/s\n`,
  );
  return { seconds, accounts, charges };
}
