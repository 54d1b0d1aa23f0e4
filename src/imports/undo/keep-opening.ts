import { sql } from 'kysely';
import type { BulkCtx } from '../../kernel/db/bulk.ts';
import { must } from '../../kernel/result.ts';
import { postBatch } from '../../ledger/index.ts';
import type { Import } from '../load-import.ts';

type Line = { accountId: number; currency: string; amountMinor: number };

/**
 * Gives accounts of subscribers who stay their opening balances again: the undo has reversed those
 * of all rows together, but whoever is kept is kept with his money.
 */
export async function keepOpening(
  ctx: BulkCtx,
  imported: Import,
  subscriberIds: readonly number[],
): Promise<void> {
  if (subscriberIds.length === 0) return;
  // accounts_subscriber, ledger_accounts_account, ledger_postings_account
  const { rows } = await sql<Line>`
    select a.id as account_id, l.currency, sum(p.amount_minor)::bigint as amount_minor
    from   accounts a
    join   ledger_accounts l on l.account_id = a.id
    join   ledger_postings p on p.ledger_account_id = l.id
    join   import_changes  c on c.import_id = ${imported.id} and c.entity = 'ledger_transaction'
                            and c.entity_id = p.transaction_id
    where  a.subscriber_id = any(${[...subscriberIds]}::bigint[])
    group  by a.id, l.currency
    order  by a.id`.execute(ctx.db);
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
