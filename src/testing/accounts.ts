import { type AccountLoad, bulkLoad as loadAccounts } from '../billing/index.ts';
import { bulkLoad as loadProducts } from '../catalog/index.ts';
import { inBulkTransaction } from '../kernel/db/bulk.ts';
import { must } from '../kernel/result.ts';
import { type Batch, postBatch } from '../ledger/index.ts';
import type { World } from './world.ts';

/** Gives an account as an import would, on one tariff of 600 roubles a month unless told. */
export async function addAccount(
  world: World,
  subscriberId: number,
  fields: Partial<AccountLoad> = {},
  monthlyFeeMinor: number | null = null,
): Promise<number> {
  return inBulkTransaction(world.ctx, async (ctx) => {
    const versions = await loadProducts(ctx, [
      {
        kind: 'tariff',
        service: 'internet',
        name: 'Домашний 100',
        monthlyFeeMinor: 60_000,
        currency: 'RUB',
        speedKbps: 100_000,
        validFrom: '2025-01-01',
      },
    ]);
    const productVersionId = versions.get('Домашний 100') ?? 0;
    const [id = 0] = await loadAccounts(ctx, [
      {
        subscriberId,
        number: `40-${subscriberId}`,
        contractNumber: `Д-${subscriberId}`,
        currency: 'RUB',
        state: 'active',
        lines: [],
        subscriptions: [{ productVersionId, monthlyFeeMinor, startedOn: '2025-01-01' }],
        ...fields,
      },
    ]);
    return id;
  });
}

/** Posts one line as a batch of its own; without a key, once for a kind and day of the account. */
export async function post(
  world: World,
  accountId: number,
  batch: Pick<Batch, 'kind' | 'occurredOn' | 'counterpart'> & {
    amountMinor: number;
    key?: string;
  },
): Promise<void> {
  const { amountMinor, key = `${batch.kind} ${batch.occurredOn} ${accountId}`, ...rest } = batch;
  const lines = [{ accountId, amountMinor }];
  await inBulkTransaction(world.ctx, async (ctx) => {
    must(await postBatch(ctx, { ...rest, key, currency: 'RUB', lines }));
  });
}
