import { sql } from 'kysely';
import type { BulkCtx } from '../kernel/db/bulk.ts';
import { copyRows } from '../kernel/db/copy.ts';
import { fail, ok, type Result } from '../kernel/result.ts';

/** The operator's own side of a batch. */
export type Counterpart =
  | 'opening_balances'
  | 'revenue'
  | 'cash'
  | 'bank'
  | 'gateway'
  | 'corrections';

export type Batch = {
  /** What it is, e.g. `opening_balances`, `monthly_charges`. */
  kind: string;
  /** The same key never posts twice. */
  key: string;
  occurredOn: string;
  currency: string;
  counterpart: Counterpart;
  /** Positive raises a subscriber's balance (a payment), negative lowers it (a charge). */
  lines: readonly { accountId: number; amountMinor: number }[];
  facts?: Record<string, unknown>;
  recordedAt?: Date;
};

/**
 * Posts many lines as one balanced ledger transaction with one summed counter-posting: a night of
 * charges, a register of payments, the balances that an import brings.
 * @returns the transaction's id; the same id, and nothing posted, when the key was posted before
 */
export async function postBatch(ctx: BulkCtx, batch: Batch): Promise<Result<number>> {
  const lines = batch.lines.filter((line) => line.amountMinor !== 0);
  if (lines.some((line) => !Number.isSafeInteger(line.amountMinor))) {
    return fail('ledger.not_whole');
  }
  const made = await sql<{ id: number }>`
    insert into ledger_transactions (kind, key, occurred_on, recorded_at, facts)
    values (${batch.kind}, ${batch.key}, ${batch.occurredOn}, ${batch.recordedAt ?? ctx.clock.now()},
            ${JSON.stringify(batch.facts ?? {})})
    on conflict (key) do nothing returning id`.execute(ctx.db);
  const id = made.rows[0]?.id;
  if (id === undefined) return ok(await transactionOf(ctx, batch.key));
  await postLines(ctx, id, batch, lines);
  return ok(id);
}

async function transactionOf(ctx: BulkCtx, key: string): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select id from ledger_transactions where key = ${key}`.execute(ctx.db);
  return rows[0]?.id ?? 0;
}

async function postLines(
  ctx: BulkCtx,
  id: number,
  batch: Batch,
  lines: Batch['lines'],
): Promise<void> {
  await sql`create temporary table if not exists posting_lines
    (account_id bigint, amount_minor bigint) on commit drop`.execute(ctx.db);
  await sql`truncate posting_lines`.execute(ctx.db);
  await copyRows(
    ctx.client,
    'posting_lines',
    ['account_id', 'amount_minor'],
    lines.map((line) => [line.accountId, line.amountMinor]),
  );
  const { currency, counterpart } = batch;
  await sql`insert into ledger_accounts (kind, account_id, currency)
    select 'subscriber', account_id, ${currency} from (select distinct account_id from posting_lines) l
    where  not exists (select from ledger_accounts a where a.account_id = l.account_id)
    order  by account_id on conflict do nothing`.execute(ctx.db);
  await sql`insert into ledger_accounts (kind, currency) values (${counterpart}, ${currency})
    on conflict do nothing`.execute(ctx.db);
  await sql`analyze posting_lines`.execute(ctx.db);
  // One statement, for the database checks per statement that a transaction sums to zero.
  await sql`
    with own as (
      select a.id, l.amount_minor from posting_lines l
      join   ledger_accounts a on a.account_id = l.account_id),
    counter as (
      select a.id, -(select sum(amount_minor) from own) as amount_minor
      from   ledger_accounts a
      where  a.kind = ${counterpart} and a.account_id is null and a.currency = ${currency}),
    posted as (
      insert into ledger_postings (transaction_id, ledger_account_id, amount_minor)
      select ${id}::bigint, p.id, p.amount_minor
      from   (select * from own union all select * from counter) p
      where  p.amount_minor <> 0
      returning ledger_account_id, amount_minor)
    insert into ledger_balances (ledger_account_id, balance_minor)
    select ledger_account_id, sum(amount_minor) from posted
    group  by ledger_account_id order by ledger_account_id
    on conflict (ledger_account_id) do update
    set    balance_minor = ledger_balances.balance_minor + excluded.balance_minor`.execute(ctx.db);
}
