import { join } from 'node:path';
import { bulkLoad as loadAccounts } from '../src/billing/index.ts';
import { makeCatalogue } from '../src/demo/make-catalogue.ts';
import { subscriberAt } from '../src/demo/subscriber-at.ts';
import { subscriptionsOf } from '../src/demo/subscriptions-of.ts';
import type { Ctx } from '../src/kernel/context.ts';
import { inBulkTransaction } from '../src/kernel/db/bulk.ts';
import { bulkLoad as loadSubscribers } from '../src/subscribers/index.ts';
import { type Base, openBaseIn, seed, today } from './base.ts';

const CHUNK = 10_000;

/**
 * A base of that many subscribers with an account, a tariff and what is added to it, and no
 * history: made in minutes, for what touches every account of a large base. Kept for the next run.
 */
export function openChargeBase(subscribers: number): Promise<Base> {
  const folder = join(import.meta.dirname, '../var', `bench-charges-${subscribers}`);
  return openBaseIn(folder, subscribers, fillAccounts);
}

async function fillAccounts(ctx: Ctx, subscribers: number): Promise<void> {
  const made = await ctx.pool.query('select from accounts limit 1');
  if (made.rowCount) return;
  const plan = { seed, subscribers, today };
  const started = performance.now();
  await inBulkTransaction(ctx, async (bulk) => {
    const versionIds = await makeCatalogue(bulk, plan);
    for (let from = 0; from < subscribers; from += CHUNK) {
      const people = Array.from({ length: Math.min(CHUNK, subscribers - from) }, (_, at) =>
        subscriberAt(plan, from + at),
      );
      const loaded = await loadSubscribers(
        bulk,
        people.map((one) => one.subscriber),
      );
      await loadAccounts(
        bulk,
        people.map((one, at) => ({
          ...one.account,
          subscriberId: loaded[at]?.id ?? 0,
          serviceAddressId: loaded[at]?.addressId ?? null,
          subscriptions: subscriptionsOf(one, versionIds),
        })),
      );
      if (from % 100_000 === 0) process.stdout.write(`  ${from} made\n`);
    }
  });
  await ctx.pool.query('vacuum analyze');
  const seconds = (performance.now() - started) / 1000;
  process.stdout.write(`base made in ${seconds.toFixed(0)} s\n`);
}
