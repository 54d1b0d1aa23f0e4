import { bulkLoad as loadAccounts } from '../../billing/index.ts';
import type { BulkCtx } from '../../kernel/db/bulk.ts';
import { bulkLoad as loadSubscribers } from '../../subscribers/index.ts';
import { accountLoad, needsAccount, subscriberLoad } from './loads.ts';
import type { ApplyPlan } from './plan.ts';
import { postOpening } from './post-opening.ts';
import type { Work } from './update-known.ts';

/**
 * Makes the subscribers of rows whom nobody has yet, with their accounts and opening balances, and
 * notes them among the holders, so that later rows find them.
 * @returns their ids
 */
export async function createNew(
  ctx: BulkCtx,
  plan: ApplyPlan,
  { rows, holders, versions, changes }: Work,
): Promise<number[]> {
  const { id: importId } = plan.imported;
  const loaded = await loadSubscribers(
    ctx,
    rows.map((row) => subscriberLoad(row, plan)),
    importId,
  );
  const withAccount = rows.flatMap((row, at) => {
    const subscriber = loaded[at];
    return subscriber && needsAccount(row.record) ? [{ row, subscriber }] : [];
  });
  const accountIds = await loadAccounts(
    ctx,
    withAccount.map(({ row, subscriber: { id, addressId } }) =>
      accountLoad(row, { subscriberId: id, addressId }, versions, plan),
    ),
    importId,
  );
  for (const [at, row] of rows.entries()) {
    holders.set(row.keyValue, { subscriberId: loaded[at]?.id ?? 0, accountId: null });
  }
  for (const [at, { row, subscriber }] of withAccount.entries()) {
    holders.set(row.keyValue, { subscriberId: subscriber.id, accountId: accountIds[at] ?? null });
  }
  const opened = withAccount.map(({ row }, at) => ({ row, accountId: accountIds[at] ?? 0 }));
  changes.push(...(await postOpening(ctx, plan, opened)));
  return loaded.map((one) => one.id);
}
