import type { BulkCtx } from '../../kernel/db/bulk.ts';
import { copyRows } from '../../kernel/db/copy.ts';

/** An account that is short of money without a break since then, as the nightly run would note. */
type DebtLoad = { accountId: number; sinceAt: Date };

const DAY_MS = 86_400_000;

/**
 * Writes through COPY how long accounts are short of money already.
 * @param asOf the instant by which days are counted; each next run counts them anew
 */
export async function bulkLoadDebts(
  ctx: BulkCtx,
  debts: readonly DebtLoad[],
  asOf: Date,
): Promise<void> {
  await copyRows(
    ctx.client,
    'shortfalls',
    ['account_id', 'since_at', 'days'],
    debts.map(({ accountId, sinceAt }) => [
      accountId,
      sinceAt,
      Math.floor((asOf.getTime() - sinceAt.getTime()) / DAY_MS),
    ]),
  );
}
