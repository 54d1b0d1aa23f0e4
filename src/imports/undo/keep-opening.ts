import { sql } from 'kysely';
import type { BulkCtx } from '../../kernel/db/bulk.ts';
import { must } from '../../kernel/result.ts';
import { postBatch } from '../../ledger/index.ts';
import type { Import } from '../load-import.ts';

type Line = { accountId: number; currency: string; amountMinor: number };

/**
 * Gives accounts that stay their opening balances again: the undo has reversed those of all rows
 * together, but whoever is kept is kept with his money.
 */
export async function keepOpening(
  ctx: BulkCtx,
  imported: Import,
  accountIds: readonly number[],
): Promise<void> {
  if (accountIds.length === 0) return;
  // ledger_accounts_account, ledger_postings_account
  const { rows } = await sql<Line>`
    select l.account_id, l.currency, sum(p.amount_minor)::bigint as amount_minor
    from   ledger_accounts l
    join   ledger_postings p on p.ledger_account_id = l.id
    join   import_changes  c on c.import_id = ${imported.id} and c.entity = 'ledger_transaction'
                            and c.entity_id = p.transaction_id
    where  l.account_id = any(${[...accountIds]}::bigint[])
    group  by l.account_id, l.currency
    order  by l.account_id`.execute(ctx.db);
  for (const [currency, lines] of Map.groupBy(rows, (line) => line.currency)) {
    must(
      await postBatch(ctx, {
        kind: 'opening_balances',
        key: `import ${imported.id} kept from account ${lines[0]?.accountId} in ${currency}`,
        occurredOn: ctx.clock
          .now()
          .toLocaleDateString('sv-SE', { timeZone: ctx.operator.timeZone }),
        currency,
        counterpart: 'opening_balances',
        lines,
        facts: { importId: imported.id },
      }),
    );
  }
}
