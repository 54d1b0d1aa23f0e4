import { sql } from 'kysely';
import type { z } from 'zod';
import {
  availableJoins,
  holderJoins,
  monthlyFeesMinor,
  reachesAccount,
} from '../../billing/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { isVeiledOf, veiledNow } from '../../kernel/veil.ts';
import { today } from '../../subscribers/index.ts';
import type { groupsApi } from '../api/groups.ts';
import { findGroup } from './structure.ts';

type Shown = z.input<(typeof groupsApi)['GET /api/vip-groups/{id}']['output']>;
type Member = Omit<Shown['members'][number], 'parentId' | 'depth' | 'sinceOn' | 'accounts'>;
type Account = Shown['members'][number]['accounts'][number] & { rootId: number };

/** A holding with its branches: who they are, what they pay, owe and wait for. */
export async function showGroup(ctx: Ctx, { id }: { id: number }): Promise<Result<Shown>> {
  const found = await findGroup(ctx, id);
  if (!found.ok) return found;
  const [head] = found.value;
  const ids = found.value.map((one) => one.id);
  const [members, accounts, count, veiled] = await Promise.all([
    membersOf(ctx, ids),
    accountsOf(ctx, ids),
    countAccounts(ctx, ids),
    veiledNow(ctx),
  ]);
  const byId = new Map<unknown, Member>(members.map((one) => [one.id, one]));
  const held = Map.groupBy(accounts, ({ rootId }) => rootId);
  return ok({
    headId: head.id,
    on: today(ctx),
    members: found.value.flatMap((placed) => {
      const member = byId.get(placed.id);
      if (!member) return [];
      const isHidden = isVeiledOf(veiled, placed.id);
      const own = (held.get(placed.id) ?? []).map(withoutRoot);
      return [
        { ...member, ...placed, ...(isHidden ? { name: '' } : {}), accounts: isHidden ? [] : own },
      ];
    }),
    isWhole: accounts.length === count && !ids.some((one) => isVeiledOf(veiled, one)),
  });
}

async function membersOf(ctx: Ctx, ids: readonly number[]): Promise<Member[]> {
  // subscribers_pkey, vip_clients_pkey, subscribers_root, conversations_subscriber,
  // tickets_subscriber
  const { rows } = await sql<Member>`
    select r.id, r.display_name as name, v.id is not null as is_client, v.tier,
           coalesce(v.is_corporate, false) as is_corporate, m.name as acting, (
             select count(*) from subscribers k
             join   conversations c on c.subscriber_id = k.id and c.state <> 'closed'
             where  k.root_id = r.id)::int + (
             select count(*) from subscribers k
             join   tickets t on t.subscriber_id = k.id and t.state <> 'done'
                             and t.merged_into_id is null
             where  k.root_id = r.id)::int as open
    from   subscribers r
    left   join vip_clients v on v.id = r.id
    left   join staff m on m.id = v.acting_id
    where  r.id = any(${[...ids]}::bigint[])`.execute(ctx.db);
  return rows;
}

async function accountsOf(ctx: Ctx, ids: readonly number[]): Promise<Account[]> {
  const day = today(ctx);
  // subscribers_root, accounts_subscriber, service_lines_account, subscriptions_account,
  // vip_terms_services_subscription (subscription_id)
  const { rows } = await sql<Account>`
    select r.id as root_id, a.id, a.number, a.currency,
           (select count(*) from service_lines l
            where  l.account_id = a.id and l.closed_at is null)::int as lines,
           ${monthlyFeesMinor(day)} as monthly_minor,
           coalesce(stands.balance_minor, 0) as balance_minor,
           (select min(e.on_day) from (
              select (x.started_on + v.least_months * interval '1 month')::date as on_day
              from   subscriptions x join product_versions v on v.id = x.product_version_id
              where  x.account_id = a.id and x.ended_on is null and v.least_months > 0
              union  all
              select t.to_on
              from   subscriptions x
              join   vip_terms_services y on y.subscription_id = x.id
              join   vip_terms t on t.id = y.terms_id and t.state = 'approved'
              where  x.account_id = a.id) e
            where  e.on_day >= ${day}::date) as ends_on
    from   accounts a ${holderJoins} ${availableJoins}
    where  r.id = any(${[...ids]}::bigint[]) and a.state <> 'closed'
    and    ${reachesAccount(ctx, 'billing.view')}
    order  by a.number, a.id limit 5000`.execute(ctx.db);
  return rows;
}

async function countAccounts(ctx: Ctx, ids: readonly number[]): Promise<number> {
  // subscribers_root, accounts_subscriber
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count
    from   subscribers m join accounts a on a.subscriber_id = m.id
    where  m.root_id = any(${[...ids]}::bigint[]) and a.state <> 'closed'`.execute(ctx.db);
  return rows[0]?.count ?? 0;
}

function withoutRoot(account: Account): Omit<Account, 'rootId'> {
  const { rootId: _, ...one } = account;
  return one;
}
