import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
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
      set    (contract_number, contract_on, state, credit_limit_minor) =
             (select contract_number, contract_on, state, credit_limit_minor
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
  await sql`delete from subscriptions
    where account_id = ${ids} and import_id = ${importId}`.execute(ctx.db);
  await matchBreaks(
    ctx,
    changes.map(({ id }) => id),
  );
  return rows.map((row) => row.id);
}

/** Opens again the subscriptions that an import ended, unless their end was changed since. */
export async function reopenSubscriptions(ctx: Ctx, changes: readonly Change[]): Promise<number[]> {
  if (changes.length === 0) return [];
  const { rows } = await sql<{ id: number }>`
    with given as (
      select g.id, g.after
      from   jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as g(id bigint, after jsonb)),
    reopened as (
      update subscriptions o set ended_on = null from given g
      where  o.id = g.id and to_jsonb(o)->'ended_on' = g.after->'ended_on'
      returning o.id)
    select g.id from given g where not exists (select from reopened r where r.id = g.id)
  `.execute(ctx.db);
  return rows.map((row) => row.id);
}

/**
 * Removes accounts for good, with their lines and subscriptions. Their movements stay in the
 * ledger, which never forgets; the caller has reversed them. Only for accounts that an import made.
 */
export async function removeAccounts(ctx: Ctx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const these = sql`any(${[...ids]}::bigint[])`;
  for (const table of [
    'usage_records',
    'discounts',
    'shortfalls',
    'service_breaks',
    'promises',
    'trust_limits',
  ]) {
    await sql`delete from ${sql.table(table)} where account_id = ${these}`.execute(ctx.db);
  }
  await sql`delete from charge_failures where account_id = ${these}`.execute(ctx.db);
  await sql`delete from service_lines where account_id = ${these}`.execute(ctx.db);
  await sql`delete from subscriptions where account_id = ${these}`.execute(ctx.db);
  await sql`delete from accounts where id = ${these}`.execute(ctx.db);
}
