import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import type { Counterpart, EntryKind } from './kinds.ts';

export type SelectedBatch = {
  kind: EntryKind;
  /** Never given twice: the caller has made sure under a lock that nothing is posted again. */
  key: string;
  /** An open day. */
  occurredOn: string;
  counterpart: Counterpart;
  /** Whose lines they are: of accounts, unless told. */
  holder?: keyof typeof holders;
  facts?: Record<string, unknown>;
};

/** The id of a posting to be, so that what a line is for can be written beside it. */
export const nextPostingId: RawBuilder<unknown> = sql`nextval('ledger_postings_id_seq')`;

/** Whose lines they are, each by the column of its id. */
const holders = {
  account: { kind: 'subscriber', column: sql.raw('account_id') },
  wallet: { kind: 'wallet', column: sql.raw('wallet_id') },
} as const;

/**
 * Posts what a SELECT of the same transaction gives as one ledger transaction, with one summed
 * counter-posting a currency: a night's charges, where lines never leave the database.
 * @param lines a SELECT of `posting_id` (from `nextPostingId`), `account_id` or `wallet_id`,
 *   `currency` and `amount_minor` (not zero) that answers the same each time, as of a temporary
 *   table
 * @returns the transaction's id
 */
export async function postSelected(
  ctx: Ctx,
  batch: SelectedBatch,
  lines: RawBuilder<unknown>,
): Promise<number> {
  const { kind, column } = holders[batch.holder ?? 'account'];
  await sql`
    insert into ledger_accounts (kind, ${column}, currency)
    select distinct ${kind}, l.${column}, l.currency from (${lines}) l
    where  not exists (select from ledger_accounts a where a.${column} = l.${column})
    order  by 2 on conflict do nothing`.execute(ctx.db);
  await sql`
    insert into ledger_accounts (kind, currency)
    select distinct ${batch.counterpart}, l.currency from (${lines}) l
    where  not exists (
      select from ledger_accounts a
      where  a.kind = ${batch.counterpart} and a.currency = l.currency)
    on conflict do nothing`.execute(ctx.db);
  // ledger_accounts_account, ledger_accounts_wallet, ledger_accounts_own (kind, currency)
  const { rows } = await sql<{ id: number }>`
    with line as materialized (
      select l.posting_id, a.id as ledger_account_id, l.currency, l.amount_minor
      from   (${lines}) l
      join   ledger_accounts a on a.${column} = l.${column} and a.currency = l.currency),
    made as (
      insert into ledger_transactions (kind, key, occurred_on, recorded_at, facts)
      values (${batch.kind}, ${batch.key}, ${batch.occurredOn}, ${ctx.clock.now()},
              ${JSON.stringify(batch.facts ?? {})}::jsonb)
      returning id),
    posted as (
      insert into ledger_postings (id, transaction_id, ledger_account_id, amount_minor)
      overriding system value
      select p.id, made.id, p.ledger_account_id, p.amount_minor
      from   made cross join (
        select posting_id as id, ledger_account_id, amount_minor from line
        union all
        select ${nextPostingId}, a.id, c.amount_minor
        from   (select currency, -sum(amount_minor) as amount_minor from line group by currency) c
        join   ledger_accounts a on a.kind = ${batch.counterpart} and a.currency = c.currency
                                and a.account_id is null
        where  c.amount_minor <> 0) p),
    kept as (
      insert into ledger_balances (ledger_account_id, balance_minor)
      select ledger_account_id, sum(amount_minor) from line
      group  by ledger_account_id order by ledger_account_id
      on conflict (ledger_account_id) do update
      set    balance_minor = ledger_balances.balance_minor + excluded.balance_minor)
    select id from made`.execute(ctx.db);
  const [made] = rows;
  if (!made) throw new Error('a ledger transaction was not made');
  return made.id;
}
