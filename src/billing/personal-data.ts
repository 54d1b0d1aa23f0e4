import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { fail } from '../kernel/result.ts';
import type { ClusterIds, Eraser, PersonalDataSource } from '../subscribers/index.ts';

type Row = Record<string, unknown>;

/** What billing tells a person it holds: accounts, lines, and every movement of their money. */
export const personalData: readonly PersonalDataSource[] = [
  {
    section: 'accounts',
    choices: { state: (value) => `choices.accountState.${value}` },
    load: loadAccounts,
  },
  { section: 'lines', choices: { kind: (value) => `choices.line.${value}` }, load: loadLines },
  {
    section: 'movements',
    choices: { kind: (value) => `personalData.movements.${value}` },
    load: loadMovements,
  },
];

async function loadAccounts(ctx: Ctx, ids: ClusterIds): Promise<Row[]> {
  // accounts_subscriber (subscriber_id)
  const { rows } = await sql<Row>`
    select number, contract_number, contract_on, state, currency, closed_on
    from   accounts where subscriber_id = any(${ids}::bigint[]) order by id`.execute(ctx.db);
  return rows;
}

async function loadLines(ctx: Ctx, ids: ClusterIds): Promise<Row[]> {
  // accounts_subscriber (subscriber_id), service_lines_account (account_id)
  const { rows } = await sql<Row>`
    select a.number as account, l.kind, l.login, host(l.ip) as ip, l.mac::text as mac, l.number
    from   accounts a join service_lines l on l.account_id = a.id
    where  a.subscriber_id = any(${ids}::bigint[]) order by l.id`.execute(ctx.db);
  return rows;
}

async function loadMovements(ctx: Ctx, ids: ClusterIds): Promise<Row[]> {
  // accounts_subscriber, ledger_accounts_account, ledger_postings_account
  const { rows } = await sql<Row>`
    select a.number as account, t.occurred_on, t.kind, p.amount_minor, l.currency
    from   accounts a
    join   ledger_accounts l on l.account_id = a.id
    join   ledger_postings p on p.ledger_account_id = l.id
    join   ledger_transactions t on t.id = p.transaction_id
    where  a.subscriber_id = any(${ids}::bigint[]) order by p.id`.execute(ctx.db);
  return rows;
}

/**
 * Forgets by what a person reaches the network. Accounts and their money stay, as the law on
 * accounting wants; an account that is not closed holds the erasure up.
 */
export const eraser: Eraser = {
  refuses: async (ctx, ids) => {
    const { rows } = await sql<{ number: string }>`
      select number from accounts
      where  subscriber_id = any(${ids}::bigint[]) and state <> 'closed'
      order  by id limit 1`.execute(ctx.db);
    const [open] = rows;
    return open ? fail('billing.account_open', { number: open.number }).failure : null;
  },
  erase: async (ctx, ids) => {
    await sql`
      update service_lines
      set    login = null, ip = null, mac = null, number = null,
             closed_at = coalesce(closed_at, ${ctx.clock.now()})
      where  account_id in (
        select id from accounts where subscriber_id = any(${ids}::bigint[]))`.execute(ctx.db);
  },
};
