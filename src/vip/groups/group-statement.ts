import { sql } from 'kysely';
import type { z } from 'zod';
import {
  type AccountTotals,
  holderJoins,
  reachesAccount,
  sumAccounts,
} from '../../billing/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { refuseVeiled } from '../../subscribers/index.ts';
import type { groupsApi } from '../api/groups.ts';
import { statementSums as sums } from '../statement.ts';
import { findGroup } from './structure.ts';

type Route = (typeof groupsApi)['GET /api/vip-groups/{id}/statement'];
export type GroupStatement = z.input<Route['output']>;

/**
 * One statement for all who are of the group on the period's last day: the sums of each account's
 * own statement, and together by currency. It is whole or it is none.
 */
export async function groupStatement(
  ctx: Ctx,
  { id, from, to }: z.output<Route['input']>,
): Promise<Result<GroupStatement>> {
  if (to < from) return fail('vip.wrong_period', {}, { to: 'vip.wrong_period' });
  const found = await findGroup(ctx, id, to);
  if (!found.ok) return found;
  const ids = found.value.map((one) => one.id);
  const veiled = await refuseVeiled(ctx, ids);
  if (veiled) return veiled;
  const held = await accountsOf(ctx, ids);
  if (held.some(({ isReached }) => !isReached)) return fail('vip.group_not_whole');
  const ofAccounts = await sumAccounts(
    ctx,
    held.map((one) => one.id),
    { from, to },
  );
  const accounts = held.flatMap((one) => {
    const own = ofAccounts.get(one.id);
    // What was closed and never moved in the period says nothing.
    if (!own || (one.isClosed && sums.every((key) => own[key] === 0))) return [];
    const { id: accountId, number, holder, currency } = one;
    return [{ id: accountId, number, holder, currency, ...own }];
  });
  const byCurrency = Map.groupBy(accounts, ({ currency }) => currency);
  return ok({
    head: held.find(({ rootId }) => rootId === ids[0])?.holder ?? (await nameOf(ctx, ids[0] ?? 0)),
    accounts,
    totals: [...byCurrency].map(([currency, own]) => ({ currency, ...added(own) })),
  });
}

const added = (own: readonly AccountTotals[]): AccountTotals => {
  const sum = (key: (typeof sums)[number]): number => own.reduce((all, one) => all + one[key], 0);
  return {
    openingMinor: sum('openingMinor'),
    raisedMinor: sum('raisedMinor'),
    loweredMinor: sum('loweredMinor'),
    closingMinor: sum('closingMinor'),
  };
};

type Held = {
  id: number;
  rootId: number;
  number: string;
  holder: string;
  currency: string;
  isClosed: boolean;
  isReached: boolean;
};

async function accountsOf(ctx: Ctx, ids: readonly number[]): Promise<Held[]> {
  // subscribers_root (root_id), accounts_subscriber (subscriber_id)
  const { rows } = await sql<Held>`
    select a.id, r.id as root_id, a.number, r.display_name as holder, a.currency,
           a.state = 'closed' as is_closed,
           coalesce(${reachesAccount(ctx, 'billing.view')}, false) as is_reached
    from   accounts a ${holderJoins}
    where  r.id = any(${[...ids]}::bigint[])
    order  by array_position(${[...ids]}::bigint[], r.id), a.number, a.id`.execute(ctx.db);
  return rows;
}

async function nameOf(ctx: Ctx, id: number): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select display_name as name from subscribers where id = ${id}`.execute(ctx.db);
  return rows[0]?.name ?? '';
}
