import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** Fewer new subscribers than this change no plan. */
const ENOUGH = 1_000;

/**
 * Lets the planner see what an import has brought, each time that it has doubled the base: the
 * server's own turn comes a minute or more later, and till then it would take a table of a million
 * for an empty one.
 */
export async function keepStatistics(ctx: Ctx, created: number): Promise<void> {
  const { rows } = await sql<{ known: number }>`
    select reltuples::float8 as known from pg_class where oid = 'subscribers'::regclass`.execute(
    ctx.db,
  );
  if (created < ENOUGH || created < 2 * (rows[0]?.known ?? 0)) return;
  await sql`analyze subscribers, contacts, documents, service_addresses, premises, buildings, streets,
    accounts, service_lines, subscriptions, products, product_versions, ledger_accounts,
    ledger_postings, ledger_transactions, ledger_balances, import_rows, import_changes`.execute(
    ctx.db,
  );
}
