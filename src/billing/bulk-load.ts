import type { BulkCtx } from '../kernel/db/bulk.ts';
import { copyRows } from '../kernel/db/copy.ts';
import { reserveIds } from '../kernel/db/reserve-ids.ts';
import { today } from '../subscribers/index.ts';
import { nextMonthOf } from './charging/open-scope.ts';
import { matchBreaks } from './states/match-breaks.ts';

export type ServiceLineLoad = {
  kind: 'internet' | 'tv' | 'phone' | 'mobile';
  login?: string | null;
  ip?: string | null;
  mac?: string | null;
  number?: string | null;
};

export type SubscriptionLoad = {
  productVersionId: number;
  monthlyFeeMinor?: number | null;
  startedOn?: string | null;
  endedOn?: string | null;
};

/**
 * An account as a base brings it, with its lines and subscriptions. Its money goes to the ledger.
 */
export type AccountLoad = {
  subscriberId: number;
  serviceAddressId?: number | null;
  number: string;
  contractNumber?: string | null;
  contractOn?: string | null;
  currency: string;
  state: 'active' | 'suspended' | 'closed';
  creditLimitMinor?: number;
  closedOn?: string | null;
  /** `prepaid` where nothing is said. */
  paymentMode?: 'prepaid' | 'postpaid';
  /**
   * What was before this day another program has charged. An import says nothing: then it is the
   * first of the next month, for this month came with the balance.
   */
  chargedFrom?: string | null;
  lines: readonly ServiceLineLoad[];
  subscriptions: readonly SubscriptionLoad[];
};

/**
 * Writes accounts with service lines and subscriptions through COPY.
 * @returns ids of the accounts, in the order given
 */
export async function bulkLoad(
  ctx: BulkCtx,
  accounts: readonly AccountLoad[],
  importId: number | null = null,
): Promise<number[]> {
  if (accounts.length === 0) return [];
  const now = ctx.clock.now();
  const ids = await reserveIds(ctx, 'accounts', accounts.length);
  const brought = importId === null ? null : nextMonthOf(today(ctx));
  const columns =
    'id subscriber_id number contract_number contract_on currency state credit_limit_minor ' +
    'service_address_id closed_on payment_mode charged_from import_id created_at';
  await copyRows(
    ctx.client,
    'accounts',
    columns.split(' '),
    accounts.map((account, at) => [
      ids[at],
      account.subscriberId,
      account.number,
      account.contractNumber,
      account.contractOn,
      account.currency,
      account.state,
      account.creditLimitMinor ?? 0,
      account.serviceAddressId,
      account.closedOn,
      account.paymentMode ?? 'prepaid',
      account.chargedFrom ?? brought,
      importId,
      now,
    ]),
  );
  await copyLines(ctx, accounts, ids, importId);
  await copySubscriptions(ctx, accounts, ids, importId);
  await matchBreaks(ctx, ids);
  return ids;
}

async function copyLines(
  ctx: BulkCtx,
  accounts: readonly AccountLoad[],
  ids: readonly number[],
  importId: number | null,
): Promise<void> {
  const now = ctx.clock.now();
  const lines = accounts.flatMap((account, at) =>
    account.lines.map((line) => [
      ids[at],
      line.kind,
      line.login,
      line.ip,
      line.mac,
      line.number,
      importId,
      now,
    ]),
  );
  await copyRows(
    ctx.client,
    'service_lines',
    ['account_id', 'kind', 'login', 'ip', 'mac', 'number', 'import_id', 'created_at'],
    lines,
  );
}

async function copySubscriptions(
  ctx: BulkCtx,
  accounts: readonly AccountLoad[],
  ids: readonly number[],
  importId: number | null,
): Promise<void> {
  const now = ctx.clock.now();
  const columns =
    'account_id product_version_id monthly_fee_minor started_on ended_on import_id created_at';
  const subscriptions = accounts.flatMap((account, at) =>
    account.subscriptions.map((one) => [
      ids[at],
      one.productVersionId,
      one.monthlyFeeMinor,
      one.startedOn,
      one.endedOn,
      importId,
      now,
    ]),
  );
  await copyRows(ctx.client, 'subscriptions', columns.split(' '), subscriptions);
}
