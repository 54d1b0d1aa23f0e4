import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { nextPostingId, openDay, postSelected } from '../../ledger/index.ts';
import { difference } from './due.ts';
import type { Scope, Terms } from './open-scope.ts';

/** Of one currency: what was charged, and what was given back. Both positive. */
export type Sum = { currency: string; chargedMinor: number; returnedMinor: number };
export type Charged = { charges: number; sums: Sum[] };

/**
 * Charges the accounts in scope what is due: posts it, each charge a posting, and writes what each
 * is for. What is for a month gone by stands on its last day, or the first open one after it.
 * @param key what the ledger knows this charging by, used once
 */
export async function chargeScope(
  ctx: Ctx,
  terms: Terms,
  scope: Scope,
  { key, runId }: { key: string; runId: number | null },
): Promise<Charged> {
  await stage(ctx, terms, scope);
  const { rows: days } = await sql<{ on: string }>`
    select distinct due_on as on from charge_lines order by 1`.execute(ctx.db);
  for (const { on } of days) {
    const lines = sql`
      select posting_id, account_id, currency, -amount_minor as amount_minor
      from   charge_lines where due_on = ${on}`;
    const batch = {
      kind: 'charges' as const,
      key: `${key} of ${on}`,
      occurredOn: await openDay(ctx, on),
      counterpart: 'revenue' as const,
      facts: { ...(runId !== null && { runId }) },
    };
    const transactionId = await postSelected(ctx, batch, lines);
    await sql`
      insert into charges (account_id, subscription_id, kind, month, rate_id, amount_minor,
                           currency, transaction_id, posting_id, run_id)
      select account_id, subscription_id, kind, month, rate_id, amount_minor, currency,
             ${transactionId}, posting_id, ${runId}
      from   charge_lines where due_on = ${on} order by posting_id`.execute(ctx.db);
  }
  const { rows: sums } = await sql<Sum & { count: number }>`
    select currency, count(*) as count,
           coalesce(sum(amount_minor) filter (where amount_minor > 0), 0)::bigint as charged_minor,
           coalesce(-sum(amount_minor) filter (where amount_minor < 0), 0)::bigint
             as returned_minor
    from   charge_lines group by currency order by currency`.execute(ctx.db);
  return {
    charges: sums.reduce((all, one) => all + one.count, 0),
    sums: sums.map(({ currency, chargedMinor, returnedMinor }) => ({
      currency,
      chargedMinor,
      returnedMinor,
    })),
  };
}

async function stage(ctx: Ctx, terms: Terms, scope: Scope): Promise<void> {
  await sql`create temporary table if not exists charge_lines (posting_id bigint, due_on date,
    account_id bigint, subscription_id bigint, kind text, month date, rate_id bigint,
    currency text, amount_minor bigint) on commit drop`.execute(ctx.db);
  await sql`truncate charge_lines`.execute(ctx.db);
  await sql`
    with ${difference(terms, scope)}
    insert into charge_lines
    select ${nextPostingId}, d.due_on, d.account_id, d.subscription_id, d.kind, d.month, d.rate_id,
           c.currency, d.amount_minor
    from   (select d.*, case when d.month < ${terms.thisMonth}::date
                             then (d.month + interval '1 month - 1 day')::date
                             else ${terms.today}::date end as due_on
            from   difference d
            order  by d.account_id, d.month, d.kind, d.subscription_id, d.rate_id) d
    join   charge_scope c on c.account_id = d.account_id`.execute(ctx.db);
  await sql`analyze charge_lines`.execute(ctx.db);
}
