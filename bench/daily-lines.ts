import { inBulkTransaction } from '../src/kernel/db/bulk.ts';
import { must } from '../src/kernel/result.ts';
import { postBatches } from '../src/ledger/index.ts';
import { type Base, today } from './base.ts';

const ACCOUNTS = 100;
const DAYS = 3 * 365;
const DAY_MS = 86_400_000;
const FEE_MINOR = 2300;

/**
 * Accounts that were charged every day for three years and paid once a month: the longest
 * statements that are usual. Written once into a base.
 * @returns their ids
 */
export async function addDailyLines({ ctx }: Base): Promise<number[]> {
  const { rows } = await ctx.pool.query<{ id: number }>(
    `select id from accounts where state = 'active' order by id limit ${ACCOUNTS}`,
  );
  const ids = rows.map(({ id }) => id);
  const known = await ctx.pool.query(`select from ledger_transactions where key = 'bench day 0'`);
  if (known.rowCount) return ids;
  const days = Array.from({ length: DAYS }, (_, at) => {
    const on = new Date(today.getTime() - (DAYS - at) * DAY_MS);
    return { at, on: on.toISOString().slice(0, 10) };
  });
  await inBulkTransaction(ctx, async (bulk) => {
    const batches = days.flatMap(({ at, on }) => {
      const common = { occurredOn: on, currency: 'RUB' };
      const each = (amountMinor: number) => ids.map((accountId) => ({ accountId, amountMinor }));
      const charge = {
        ...common,
        kind: 'monthly_charges' as const,
        key: `bench day ${at}`,
        counterpart: 'revenue' as const,
        lines: each(-FEE_MINOR),
      };
      const payment = {
        ...common,
        kind: 'payments' as const,
        key: `bench payment ${at}`,
        counterpart: 'gateway' as const,
        lines: each(30 * FEE_MINOR),
      };
      return at % 30 === 0 ? [payment, charge] : [charge];
    });
    must(await postBatches(bulk, batches));
  });
  await ctx.pool.query('analyze ledger_postings, ledger_transactions');
  return ids;
}
