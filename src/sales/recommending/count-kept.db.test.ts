import { expect, test } from 'vitest';
import { inBulkTransaction } from '../../kernel/db/bulk.ts';
import { bulkLoad as loadProducts } from '../../catalog/index.ts';
import { addAccount } from '../../testing/accounts.ts';
import { createSubscribersWorld } from '../../testing/subscribers.ts';
import { keptBeside } from './count-kept.ts';

test('what others keep beside a tariff is counted once a day, not what was just begun', async () => {
  const { world, add } = await createSubscribersWorld();
  try {
    const shape = { service: 'tv' as const, currency: 'RUB', validFrom: '2025-01-01' };
    const versions = await inBulkTransaction(world.ctx, (ctx) =>
      loadProducts(ctx, [
        { ...shape, kind: 'tariff', name: 'План', monthlyFeeMinor: 60_000, speedKbps: 100_000 },
        { ...shape, kind: 'addon', name: 'Кино', monthlyFeeMinor: 30_000 },
      ]),
    );
    const productVersionId = versions.get('План') ?? 0;
    const cinema = versions.get('Кино') ?? 0;
    for (let count = 0; count < 20; count += 1) {
      const startedOn = count < 5 ? '2025-06-01' : '2026-03-01';
      const beside = count < 8 ? [{ productVersionId: cinema, startedOn }] : [];
      const subscriptions = [{ productVersionId, startedOn: '2025-02-01' }, ...beside];
      await addAccount(world, await add(), { subscriptions });
    }
    const { rows } = await world.ctx.pool.query<{ id: number; name: string }>(
      'select id, name from products',
    );
    const idOf = (name: string) => rows.find((one) => one.name === name)?.id ?? 0;
    await world.tick('sales.kept_services');
    const kept = [{ productId: idOf('Кино'), keptPercent: 25 }];
    expect(await keptBeside(world.ctx, idOf('План'))).toEqual(kept);
    await world.ctx.pool.query('update subscriptions set ended_on = $1', ['2026-03-01']);
    await world.tick('sales.kept_services');
    expect(await keptBeside(world.ctx, idOf('План'))).toEqual(kept);
    world.clock.advance({ seconds: 86_400 });
    await world.tick('sales.kept_services');
    expect(await keptBeside(world.ctx, idOf('План'))).toEqual([]);
  } finally {
    await world.close();
  }
});
