import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { daysAfter } from '../subscribers/index.ts';
import { chargeAccounts } from './charging/charge-accounts.ts';
import { monthOf } from './charging/open-scope.ts';
import { matchBreaks } from './states/match-breaks.ts';
import type { BillingChange } from './bulk-update.ts';

type Change = Omit<BillingChange, 'entity'>;

/**
 * Puts back what an import changed in accounts that were here before it, and takes away the lines
 * and subscriptions that it added; accounts edited since keep their edits.
 * @returns ids of those that were kept as they are now
 */
export async function restoreAccounts(
  ctx: Ctx,
  changes: readonly Change[],
  importId: number,
): Promise<number[]> {
  if (changes.length === 0) return [];
  const { rows } = await sql<{ id: number }>`
    with given as (
      select g.id, g.before, g.after
      from   jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
        as g(id bigint, before jsonb, after jsonb)),
    restored as (
      update accounts a
      set    (contract_number, contract_on, state, closed_on, credit_limit_minor,
              payment_mode) =
             (select contract_number, contract_on, state, closed_on, credit_limit_minor,
                     payment_mode
              from jsonb_populate_record(a, g.before))
      from   given g
      where  a.id = g.id and not exists (
        select from jsonb_each(g.after) where to_jsonb(a)->key is distinct from value)
      returning a.id)
    select g.id from given g where not exists (select from restored r where r.id = g.id)
  `.execute(ctx.db);
  const ids = sql`any(${changes.map((change) => change.id)}::bigint[])`;
  // service_lines_account, subscriptions_account
  await sql`delete from service_lines
    where account_id = ${ids} and import_id = ${importId}`.execute(ctx.db);
  // discounts_subscription (subscription_id)
  await sql`delete from discounts where subscription_id in (
    select id from subscriptions
    where account_id = ${ids} and import_id = ${importId})`.execute(ctx.db);
  await disownCharged(ctx, ids, importId);
  await sql`delete from subscriptions
    where account_id = ${ids} and import_id = ${importId}`.execute(ctx.db);
  // service_breaks_account (account_id, began_at): while closed, of one that was opened again
  await sql`
    delete from service_breaks b
    using  jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as g(id bigint, before jsonb)
    where  b.account_id = g.id and b.reason = 'brought' and b.ended_at is not null
    and    b.began_at = (g.before->>'closed_on')::timestamp
                          at time zone ${ctx.operator.timeZone}`.execute(ctx.db);
  await matchBreaks(
    ctx,
    changes.map(({ id }) => id),
  );
  return rows.map((row) => row.id);
}

/**
 * Subscriptions for which something was charged stay, for lines of statements name them; they end
 * where charging begins, so that nothing is due for them. The import that made them knows them no
 * more.
 */
async function disownCharged(ctx: Ctx, ids: RawBuilder<unknown>, importId: number): Promise<void> {
  // subscriptions_account, charges_month (month, account_id)
  await sql`
    update subscriptions o
    set    import_id = null, started_on = null,
           ended_on = coalesce(greatest(s.charges_begin_on, a.charged_from),
                               (o.created_at at time zone ${ctx.operator.timeZone})::date)
    from   accounts a, billing_settings s
    where  o.account_id = ${ids} and o.import_id = ${importId} and a.id = o.account_id
    and    exists (
      select from generate_series(
                    date_trunc('month', o.created_at at time zone ${ctx.operator.timeZone})
                      - interval '1 month',
                    ${ctx.clock.now()}::timestamptz at time zone ${ctx.operator.timeZone},
                    interval '1 month') m
      join   charges ch on ch.month = m::date and ch.account_id = o.account_id
                       and ch.subscription_id = o.id)`.execute(ctx.db);
}

/**
 * Charges accounts as if the import had never been: what it took from them comes back, what it left
 * them is charged.
 * @param since a day before which the import has changed nothing
 */
export async function chargeRestored(
  ctx: Ctx,
  { accountIds, subscriptionIds }: Record<'accountIds' | 'subscriptionIds', readonly number[]>,
  since: string,
): Promise<void> {
  // subscriptions_pkey
  const { rows } = await sql<{ id: number }>`
    select unnest(${[...accountIds]}::bigint[]) as id
    union  select account_id from subscriptions where id = any(${[...subscriptionIds]}::bigint[])
    order  by 1`.execute(ctx.db);
  // A night's run looks at the month of the one before it, too.
  const fromMonth = monthOf(daysAfter(monthOf(since), -1));
  await chargeAccounts(
    ctx,
    rows.map(({ id }) => id),
    fromMonth,
  );
}

/**
 * Opens again the subscriptions that an import ended, until the day that was planned before it,
 * unless their end was changed since.
 */
export async function reopenSubscriptions(ctx: Ctx, changes: readonly Change[]): Promise<number[]> {
  if (changes.length === 0) return [];
  const { rows } = await sql<{ id: number }>`
    with given as (
      select g.id, g.before, g.after
      from   jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
               as g(id bigint, before jsonb, after jsonb)),
    reopened as (
      update subscriptions o set ended_on = (g.before->>'ended_on')::date from given g
      where  o.id = g.id and to_jsonb(o)->'ended_on' = g.after->'ended_on'
      returning o.id)
    select g.id from given g where not exists (select from reopened r where r.id = g.id)
  `.execute(ctx.db);
  return rows.map((row) => row.id);
}

/** What goes with an account. */
const ofAccounts = [
  'advices',
  'usage_records',
  'discounts',
  'shortfalls',
  'service_breaks',
  'service_limits',
  'promises',
  'trust_limits',
  'payer_details',
  'price_moves',
  'dunning_deeds',
  'dunning_pauses',
  'charge_failures',
];

/** Every table of which an account takes its rows with it. */
export const goneWithAccounts: readonly string[] = [
  ...ofAccounts,
  'service_lines',
  'subscriptions',
];

/**
 * Removes accounts for good, with their lines and subscriptions. Their movements stay in the
 * ledger, which never forgets; the caller has reversed them. Only for accounts that an import made.
 */
export async function removeAccounts(ctx: Ctx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const these = sql`any(${[...ids]}::bigint[])`;
  for (const table of ofAccounts) {
    await sql`delete from ${sql.table(table)} where account_id = ${these}`.execute(ctx.db);
  }
  await sql`delete from service_lines where account_id = ${these}`.execute(ctx.db);
  await sql`delete from subscriptions where account_id = ${these}`.execute(ctx.db);
  await sql`delete from accounts where id = ${these}`.execute(ctx.db);
}
