import { sql } from 'kysely';
import { chargeRestored, reopenSubscriptions, restoreAccounts } from '../../billing/index.ts';
import type { BulkCtx } from '../../kernel/db/bulk.ts';
import { must } from '../../kernel/result.ts';
import { reverseTransaction } from '../../ledger/index.ts';
import { indexSubscriber, restoreSubscribers } from '../../subscribers/index.ts';
import type { Import } from '../load-import.ts';
import { settleChanges } from './settle-changes.ts';

/** What a part of an undo did; `count` 0 means that nothing was left to do. */
export type UndoDone = { count: number; removed: number; restored: number; kept: number };

type Change = {
  changeId: number;
  entity: 'subscriber' | 'account' | 'subscription' | 'ledger_transaction';
  id: number;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};

/** Takes the newest changes back that are not yet: money, then what was here before the import. */
export async function takeBackChanges(
  ctx: BulkCtx,
  imported: Import,
  limit: number,
): Promise<UndoDone> {
  const changes = await newestChanges(ctx, imported.id, limit);
  const kept = new Set<number>();
  const keep = (entity: Change['entity'], ids: readonly number[]) => {
    const stayed = new Set(ids);
    for (const change of changes) {
      if (change.entity === entity && stayed.has(change.id)) kept.add(change.changeId);
    }
  };
  for (const { entity, id } of changes) {
    if (entity === 'ledger_transaction') {
      must(
        await reverseTransaction(ctx, {
          transactionId: id,
          occurredOn: dayOf(ctx, ctx.clock.now()),
        }),
      );
    }
  }
  const subscribers = changes.filter((change) => change.entity === 'subscriber');
  for (const round of oneOfEach(subscribers)) {
    keep('subscriber', await restoreSubscribers(ctx, round, imported.id));
  }
  const accounts = changes.filter((change) => change.entity === 'account');
  for (const round of oneOfEach(accounts)) {
    keep('account', await restoreAccounts(ctx, round, imported.id));
  }
  const ended = changes.filter((change) => change.entity === 'subscription').map(images);
  keep('subscription', await reopenSubscriptions(ctx, ended));
  const restoredIds = {
    accountIds: accounts.map(({ id }) => id),
    subscriptionIds: ended.map(({ id }) => id),
  };
  await chargeRestored(ctx, restoredIds, dayOf(ctx, imported.createdAt));
  await indexSubscriber(ctx, [...new Set(subscribers.map((change) => change.id))]);
  await settleChanges(
    ctx,
    changes.map(({ changeId }) => changeId),
    kept,
  );
  const restored =
    changes.filter(({ entity }) => entity !== 'ledger_transaction').length - kept.size;
  return { count: changes.length, removed: 0, restored, kept: kept.size };
}

/** Locked by the import's own runner; a killed undo finds the rest still `done`. */
async function newestChanges(ctx: BulkCtx, importId: number, limit: number): Promise<Change[]> {
  // import_changes_import
  const { rows } = await sql<Change>`
    select id as change_id, entity, entity_id as id, before, after from import_changes
    where  import_id = ${importId} and state = 'done'
    order  by id desc
    limit  ${limit}`.execute(ctx.db);
  return rows;
}

const images = ({ id, before, after }: Change) => ({
  id,
  before: before ?? {},
  after: after ?? {},
});

/** The newest change of each, then the one before it: each must find what the later one left. */
function oneOfEach(changes: readonly Change[]): ReturnType<typeof images>[][] {
  const made: ReturnType<typeof images>[][] = [];
  const places = new Map<number, number>();
  for (const change of changes) {
    const place = places.get(change.id) ?? 0;
    places.set(change.id, place + 1);
    (made[place] ??= []).push(images(change));
  }
  return made;
}

const dayOf = (ctx: BulkCtx, at: Date): string =>
  at.toLocaleDateString('sv-SE', { timeZone: ctx.operator.timeZone });
