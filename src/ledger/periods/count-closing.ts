import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Tick } from '../../kernel/wiring.ts';

/**
 * Counts what a closing has closed, once; a repeat writes nothing. What it stands upon must have
 * been counted: while the count of an earlier one is under way or was cut off, nothing is counted.
 */
export async function countClosing(ctx: Ctx, id: number): Promise<void> {
  // ledger_transactions_occurred (occurred_on, id), ledger_postings_transaction, primary keys
  await sql`
    with closing as (
      select c.id, c.closed_through,
             (select max(p.closed_through) from ledger_closings p
              where  p.closed_through < c.closed_through) as after
      from   ledger_closings c
      where  c.id = ${id}
      and    not exists (select from ledger_closing_totals t where t.closing_id = c.id)
      and    not exists (
        select from ledger_closings e
        where  e.closed_through < c.closed_through
        and    not exists (select from ledger_closing_totals t where t.closing_id = e.id)
        and    exists (select from ledger_transactions t
                       join   ledger_postings p on p.transaction_id = t.id
                       where  t.occurred_on <= e.closed_through))),
    moved as (
      select a.kind, a.currency,
             coalesce(sum(-p.amount_minor) filter (where p.amount_minor < 0), 0) as debit,
             coalesce(sum(p.amount_minor)  filter (where p.amount_minor > 0), 0) as credit,
             count(*) as postings
      from   closing c
      join   ledger_transactions t on t.occurred_on <= c.closed_through
             and (c.after is null or t.occurred_on > c.after)
      join   ledger_postings p on p.transaction_id = t.id
      join   ledger_accounts a on a.id = p.ledger_account_id
      group  by a.kind, a.currency),
    before as (
      select t.kind, t.currency, t.balance_minor
      from   closing c
      join   ledger_closings p on p.closed_through = c.after
      join   ledger_closing_totals t on t.closing_id = p.id)
    insert into ledger_closing_totals
           (closing_id, kind, currency, debit_minor, credit_minor, balance_minor, postings)
    select closing.id, coalesce(m.kind, b.kind), coalesce(m.currency, b.currency),
           coalesce(m.debit, 0), coalesce(m.credit, 0),
           coalesce(b.balance_minor, 0) + coalesce(m.credit, 0) - coalesce(m.debit, 0),
           coalesce(m.postings, 0)
    from   moved m
    full   join before b on b.kind = m.kind and b.currency = m.currency
    cross  join closing
    on     conflict do nothing`.execute(ctx.db);
}

/** A closing whose count was cut off is counted again, the earliest first. */
export const countClosingsTick: Tick = {
  name: 'ledger.count_closings',
  everySeconds: 300,
  run: async (ctx) => {
    // The closings are as few as the months.
    const { rows } = await sql<{ id: number }>`
      select c.id from ledger_closings c
      where  not exists (select from ledger_closing_totals t where t.closing_id = c.id)
      order  by c.closed_through limit 12`.execute(ctx.db);
    for (const { id } of rows) await countClosing(ctx, id);
  },
};
