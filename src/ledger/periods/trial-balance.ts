import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { api } from '../api.ts';
import type { SideKind } from '../kinds.ts';
import { closedThrough } from '../open-days.ts';

type Route = (typeof api)['GET /api/ledger/trial-balance'];

/**
 * What stood, moved and stands by kind of holder. It begins from the latest closing before the
 * period, so only what was posted since is read.
 */
export async function trialBalance(
  ctx: Ctx,
  { from, to }: z.output<Route['input']>,
): Promise<Result<z.input<Route['output']>>> {
  if (to < from) return fail('ledger.wrong_period', {}, { to: 'ledger.wrong_period' });
  // ledger_transactions_occurred (occurred_on, id), ledger_postings_transaction, primary keys
  const { rows } = await sql<{
    kind: SideKind;
    currency: string;
    openingMinor: number;
    debitMinor: number;
    creditMinor: number;
    closingMinor: number;
    postings: number;
  }>`
    with base as (
      select c.id, c.closed_through from ledger_closings c
      where  c.closed_through < ${from}
      and    exists (select from ledger_closing_totals t where t.closing_id = c.id)
      order  by c.closed_through desc limit 1),
    moved as (
      select a.kind, a.currency,
             coalesce(sum(p.amount_minor) filter (where t.occurred_on < ${from}), 0) as before,
             coalesce(sum(-p.amount_minor)
                        filter (where t.occurred_on >= ${from} and p.amount_minor < 0), 0) as debit,
             coalesce(sum(p.amount_minor)
                        filter (where t.occurred_on >= ${from} and p.amount_minor > 0), 0) as credit,
             count(*) filter (where t.occurred_on >= ${from}) as postings
      from   ledger_transactions t
      join   ledger_postings p on p.transaction_id = t.id
      join   ledger_accounts a on a.id = p.ledger_account_id
      where  t.occurred_on > coalesce((select closed_through from base), '-infinity'::date)
      and    t.occurred_on <= ${to}
      group  by a.kind, a.currency),
    opened as (
      select t.kind, t.currency, t.balance_minor
      from   base join ledger_closing_totals t on t.closing_id = base.id)
    select coalesce(m.kind, o.kind) as kind, coalesce(m.currency, o.currency) as currency,
           (coalesce(o.balance_minor, 0) + coalesce(m.before, 0))::bigint as opening_minor,
           coalesce(m.debit, 0)::bigint as debit_minor,
           coalesce(m.credit, 0)::bigint as credit_minor,
           (coalesce(o.balance_minor, 0) + coalesce(m.before, 0) + coalesce(m.credit, 0)
             - coalesce(m.debit, 0))::bigint as closing_minor,
           coalesce(m.postings, 0) as postings
    from   moved m
    full   join opened o on o.kind = m.kind and o.currency = m.currency
    order  by 2, coalesce(m.kind, o.kind) not in ('subscriber', 'dealer', 'wallet'), 1`.execute(
    ctx.db,
  );
  return ok({ rows, closedThrough: await closedThrough(ctx) });
}
