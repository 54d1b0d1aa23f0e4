import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { type CardPart, type ClusterIds, today } from '../subscribers/index.ts';
import type { AccountOnCard } from './api.ts';
import { discountsOn } from './discounts/discounts-on.ts';

type AccountRow = Omit<AccountOnCard, 'subscriptions' | 'lines'>;
type Of<T> = T & { accountId: number };

/** Accounts with their balance, what each subscribes to and its lines: a part of the 360° card. */
export const accountsPart: CardPart = {
  key: 'accounts',
  load: async (ctx, ids) => {
    const [accounts, subscriptions, lines] = await Promise.all([
      loadAccounts(ctx, ids),
      loadSubscriptions(ctx, ids),
      loadLines(ctx, ids),
    ]);
    if (accounts.length === 0) return null;
    const own = <T extends { accountId: number }>(rows: readonly T[], id: number): T[] =>
      rows.filter((row) => row.accountId === id);
    return accounts.map((account) => ({
      ...account,
      subscriptions: own(subscriptions, account.id),
      lines: own(lines, account.id),
    }));
  },
};

async function loadAccounts(ctx: Ctx, ids: ClusterIds): Promise<AccountRow[]> {
  // accounts_subscriber (subscriber_id), ledger_accounts_account (account_id), ledger_balances_pkey
  const { rows } = await sql<AccountRow>`
    select a.id, a.number, a.contract_number, a.contract_on, a.state, a.currency,
           a.credit_limit_minor, a.service_address_id, a.closed_on,
           coalesce(b.balance_minor, 0) as balance_minor
    from   accounts a
    left   join ledger_accounts l on l.account_id = a.id
    left   join ledger_balances b on b.ledger_account_id = l.id
    where  a.subscriber_id = any(${ids}::bigint[])
    order  by a.state = 'closed', a.id`.execute(ctx.db);
  return rows;
}

async function loadSubscriptions(
  ctx: Ctx,
  ids: ClusterIds,
): Promise<Of<AccountOnCard['subscriptions'][number]>[]> {
  const day = today(ctx);
  // accounts_subscriber (subscriber_id); subscriptions_account and discounts_account (account_id)
  // are read for each account found, then primary keys are.
  const { rows } = await sql<Of<AccountOnCard['subscriptions'][number]>>`
    select s.account_id, s.id, p.kind, p.service, p.name, v.speed_kbps,
           coalesce(s.monthly_fee_minor, v.monthly_fee_minor) as monthly_fee_minor,
           floor(discounted(coalesce(s.monthly_fee_minor, v.monthly_fee_minor),
                            off.percents, off.sums))::bigint as payable_minor,
           s.started_on, s.ended_on
    from   accounts a
    join   subscriptions s on s.account_id = a.id
    join   product_versions v on v.id = s.product_version_id
    join   products p on p.id = v.product_id
    cross  join ${discountsOn(day)} off
    where  a.subscriber_id = any(${ids}::bigint[])
    order  by s.ended_on is not null, p.kind <> 'tariff', s.id`.execute(ctx.db);
  return rows;
}

async function loadLines(ctx: Ctx, ids: ClusterIds): Promise<Of<AccountOnCard['lines'][number]>[]> {
  // accounts_subscriber (subscriber_id), service_lines_account (account_id)
  const { rows } = await sql<Of<AccountOnCard['lines'][number]>>`
    select l.account_id, l.id, l.kind, l.login, host(l.ip) as ip, l.mac::text as mac, l.number
    from   accounts a
    join   service_lines l on l.account_id = a.id
    where  a.subscriber_id = any(${ids}::bigint[]) and l.closed_at is null
    order  by l.id`.execute(ctx.db);
  return rows;
}
