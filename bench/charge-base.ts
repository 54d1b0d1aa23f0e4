import { join } from 'node:path';
import { bulkLoad as loadAccounts } from '../src/billing/index.ts';
import { makeCatalogue } from '../src/demo/make-catalogue.ts';
import { type DemoPlan, subscriberAt } from '../src/demo/subscriber-at.ts';
import { subscriptionsOf } from '../src/demo/subscriptions-of.ts';
import type { Ctx } from '../src/kernel/context.ts';
import { inBulkTransaction } from '../src/kernel/db/bulk.ts';
import { bulkLoad as loadSubscribers } from '../src/subscribers/index.ts';
import { type Base, inChunks, openBaseIn, seed, today } from './base.ts';

/**
 * A base of that many subscribers with an account, a tariff and what is added to it, and no
 * history: made in minutes, for what touches every account of a large base. Kept for the next run.
 */
export function openChargeBase(subscribers: number): Promise<Base> {
  const folder = join(import.meta.dirname, '../var', `bench-charges-${subscribers}`);
  return openBaseIn(folder, subscribers, fillAccounts);
}

/** Fills it, where it is not yet: what was begun goes on. */
export async function fillAccounts(ctx: Ctx, subscribers: number): Promise<void> {
  const plan = { seed, subscribers, today };
  const versionIds = await versionsOf(ctx, plan);
  const isWritten = await inChunks(ctx, subscribers, async (bulk, places) => {
    const people = places.map((at) => subscriberAt(plan, at));
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
  });
  if (isWritten) await ctx.pool.query('vacuum analyze');
}

/** Name of a product → its version; the catalogue is made once. */
async function versionsOf(ctx: Ctx, plan: DemoPlan): Promise<ReadonlyMap<string, number>> {
  const { rows } = await ctx.pool.query<{ name: string; id: number }>(
    'select p.name, v.id from product_versions v join products p on p.id = v.product_id',
  );
  return rows.length > 0
    ? new Map(rows.map(({ name, id }) => [name, id]))
    : inBulkTransaction(ctx, (bulk) => makeCatalogue(bulk, plan));
}
