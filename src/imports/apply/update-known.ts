import {
  type AccountUpdate,
  bulkLoad as loadAccounts,
  bulkUpdate as updateAccounts,
} from '../../billing/index.ts';
import type { BulkCtx } from '../../kernel/db/bulk.ts';
import { bulkUpdate as updateSubscribers, indexSubscriber } from '../../subscribers/index.ts';
import type { Change } from './changes.ts';
import {
  accountLoad,
  linesOf,
  needsAccount,
  type StagedRow,
  subscriberUpdate,
  subscriptionsOf,
} from './loads.ts';
import { findAccounts, type Holder } from './match-rows.ts';
import { postOpening } from './post-opening.ts';
import type { ApplyPlan } from './plan.ts';

/**
 * Rows to be applied, whom their keys find, the products they name, and what was changed so far.
 */
export type Work = {
  rows: readonly StagedRow[];
  holders: Map<string, Holder>;
  versions: ReadonlyMap<string, number>;
  changes: Change[];
};

/**
 * Brings subscribers who are here up to what their rows say. Rows that speak of the same one go one
 * after the other; of different ones, all at once. The balance of an account that is here is left
 * alone: money moves by payments and charges, not by lists.
 */
export async function updateKnown(
  ctx: BulkCtx,
  plan: ApplyPlan,
  work: Work,
): Promise<{ updated: number; unchanged: number }> {
  const changed = new Set<number>();
  for (const round of rounds(work)) {
    for (const id of await updateRound(ctx, plan, work, round)) changed.add(id);
  }
  await indexSubscriber(ctx, [...changed]);
  const all = new Set(work.rows.map((row) => work.holders.get(row.keyValue)?.subscriberId));
  return { updated: changed.size, unchanged: all.size - changed.size };
}

type KnownRow = { row: StagedRow; subscriberId: number; accountId: number | null };

/** The first row of each subscriber, then the second of each, and so on. */
function rounds({ rows, holders }: Work): KnownRow[][] {
  const made: KnownRow[][] = [];
  const places = new Map<number, number>();
  for (const row of rows) {
    const holder = holders.get(row.keyValue);
    if (!holder) continue;
    const place = places.get(holder.subscriberId) ?? 0;
    places.set(holder.subscriberId, place + 1);
    (made[place] ??= []).push({ row, ...holder });
  }
  return made;
}

async function updateRound(
  ctx: BulkCtx,
  plan: ApplyPlan,
  work: Work,
  round: readonly KnownRow[],
): Promise<number[]> {
  const { id: importId } = plan.imported;
  const subscribers = await updateSubscribers(
    ctx,
    round.map(({ row, subscriberId }) => subscriberUpdate(subscriberId, row, plan)),
    importId,
  );
  work.changes.push(...subscribers.map((one) => ({ entity: 'subscriber' as const, ...one })));
  const ids = subscribers.map((one) => one.id);
  const withAccount = round.filter(({ row }) => needsAccount(row.record));
  const missing = withAccount.filter(({ accountId }) => accountId === null);
  const found = await findAccounts(
    ctx,
    missing.map(({ row, subscriberId }) => ({
      row,
      subscriberId,
      number: row.record.account.number ?? null,
    })),
  );
  const known = withAccount.flatMap(({ row, subscriberId, accountId }) => {
    const id = accountId ?? found.get(row.rowNumber);
    return id === undefined ? [] : [{ row, subscriberId, id }];
  });
  const accounts = await updateAccounts(
    ctx,
    known.map(({ row, id }) => accountUpdate(id, row, work.versions)),
    importId,
    plan.today,
  );
  work.changes.push(...accounts);
  const owners = new Map(known.map(({ id, subscriberId }) => [id, subscriberId]));
  ids.push(
    ...accounts.flatMap(({ entity, id }) => (entity === 'account' ? [owners.get(id) ?? 0] : [])),
  );
  const without = missing.filter(({ row }) => !found.has(row.rowNumber));
  await openAccounts(ctx, plan, work, without);
  return [...ids, ...without.map(({ subscriberId }) => subscriberId)];
}

/** Subscribers who are here but have no such account yet get one. */
async function openAccounts(
  ctx: BulkCtx,
  plan: ApplyPlan,
  work: Work,
  rows: readonly KnownRow[],
): Promise<void> {
  const ids = await loadAccounts(
    ctx,
    rows.map(({ row, subscriberId }) =>
      accountLoad(row, { subscriberId, addressId: null }, work.versions, plan),
    ),
    plan.imported.id,
  );
  const opened = rows.map(({ row }, at) => ({ row, accountId: ids[at] ?? 0 }));
  work.changes.push(...(await postOpening(ctx, plan, opened)));
}

function accountUpdate(
  id: number,
  row: StagedRow,
  versions: ReadonlyMap<string, number>,
): AccountUpdate {
  const { contractNumber, contractOn, state, creditLimitMinor, paymentMode } = row.record.account;
  return {
    id,
    leftOn: row.record.person.leftOn ?? null,
    fields: {
      ...(contractNumber !== undefined && { contractNumber }),
      ...(contractOn !== undefined && { contractOn }),
      ...(state !== undefined && { state }),
      ...(creditLimitMinor !== undefined && { creditLimitMinor }),
      ...(paymentMode !== undefined && { paymentMode }),
    },
    lines: linesOf(row.record),
    subscriptions: subscriptionsOf(row, versions),
  };
}
