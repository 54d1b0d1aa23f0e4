import { bulkLoad as loadAccounts } from '../src/billing/index.ts';
import type { Ctx } from '../src/kernel/context.ts';
import { inBulkTransaction } from '../src/kernel/db/bulk.ts';
import { bulkLoad as loadSubscribers } from '../src/subscribers/index.ts';

const ACCOUNTS = 20_000;

/** Accounts in turn. */
export const numberOf = (at: number): string => String(50_000_000 + (at % ACCOUNTS));

/** Brings accounts that nothing but payments will happen to. */
export async function addPayers(ctx: Ctx): Promise<void> {
  await inBulkTransaction(ctx, async (bulk) => {
    const person = { kind: 'person' as const, status: 'active' as const, contacts: [] };
    const subscribers = await loadSubscribers(
      bulk,
      Array.from({ length: ACCOUNTS }, (_, at) => ({ ...person, displayName: `Платёжный ${at}` })),
    );
    const account = { currency: 'RUB', state: 'active' as const, lines: [], subscriptions: [] };
    await loadAccounts(
      bulk,
      subscribers.map(({ id }, at) => ({ ...account, subscriberId: id, number: numberOf(at) })),
    );
  });
  await ctx.pool.query('vacuum analyze');
}
