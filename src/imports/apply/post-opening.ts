import type { BulkCtx } from '../../kernel/db/bulk.ts';
import { must } from '../../kernel/result.ts';
import { postBatch } from '../../ledger/index.ts';
import type { Change } from './changes.ts';
import type { StagedRow } from './loads.ts';
import type { ApplyPlan } from './plan.ts';

/**
 * Posts the balances that new accounts bring along: one balanced transaction per currency, under a
 * key made of its rows, so that no row can post twice.
 */
export async function postOpening(
  ctx: BulkCtx,
  plan: ApplyPlan,
  opened: readonly { row: StagedRow; accountId: number }[],
): Promise<Change[]> {
  const { id: importId } = plan.imported;
  const withBalance = opened.filter(({ row }) => (row.record.account.balanceMinor ?? 0) !== 0);
  const byCurrency = Map.groupBy(
    withBalance,
    ({ row }) => row.record.account.currency ?? plan.currency,
  );
  const changes: Change[] = [];
  for (const [currency, accounts] of byCurrency) {
    const from = accounts[0]?.row.rowNumber ?? 0;
    const id = must(
      await postBatch(ctx, {
        kind: 'opening_balances',
        key: `import ${importId} from row ${from} in ${currency}`,
        occurredOn: plan.today,
        currency,
        counterpart: 'opening_balances',
        lines: accounts.map(({ row, accountId }) => ({
          accountId,
          amountMinor: row.record.account.balanceMinor ?? 0,
        })),
        facts: { importId },
      }),
    );
    changes.push({ entity: 'ledger_transaction', id, before: null, after: null });
  }
  return changes;
}
