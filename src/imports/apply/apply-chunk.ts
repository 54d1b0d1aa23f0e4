import { bulkLoad as loadProducts } from '../../catalog/index.ts';
import type { BulkCtx } from '../../kernel/db/bulk.ts';
import { type Change, recordChanges } from './changes.ts';
import { accountNumber, needsAccount, productLoads, type StagedRow } from './loads.ts';
import { createNew } from './create-new.ts';
import { findHolders, type Holder } from './match-rows.ts';
import type { ApplyPlan } from './plan.ts';
import { nameStreetKinds } from './street-kinds.ts';
import { takeRows, withoutTaken } from './take-rows.ts';
import { updateKnown } from './update-known.ts';

/** What a chunk did; `last` is the number of its last row, null when no row was left. */
export type ChunkDone = {
  last: number | null;
  /** Subscribers made, who are not in the search yet. */
  created: readonly number[];
  updated: number;
  unchanged: number;
  refused: number;
};

/**
 * Applies the next rows of an import in the transaction given: makes the subscribers who are new
 * with their accounts and opening balances, and brings the others up to date.
 */
export async function applyChunk(ctx: BulkCtx, plan: ApplyPlan, limit: number): Promise<ChunkDone> {
  const { imported } = plan;
  const rows = await takeRows(ctx, imported, limit);
  const last = rows.at(-1)?.rowNumber ?? null;
  if (last === null) return { last, created: [], updated: 0, unchanged: 0, refused: 0 };
  await nameStreetKinds(ctx, rows);
  const holders = await findHolders(
    ctx,
    imported.key,
    rows.map((row) => row.keyValue),
  );
  const { fresh, known } = sortOut(rows, holders);
  const makeable = await withoutTaken(ctx, imported, fresh, (row) => ({
    number: needsAccount(row.record) ? accountNumber(row, imported.id) : null,
    subscriberId: null,
  }));
  const versions = await loadProducts(ctx, productLoads(rows, plan), imported.id);
  const changes: Change[] = [];
  const created = await createNew(ctx, plan, { rows: makeable, holders, versions, changes });
  const found = known.filter((row) => holders.has(row.keyValue));
  const reachable = await withoutTaken(ctx, imported, found, ({ keyValue, record }) => ({
    number: record.account.number ?? null,
    subscriberId: holders.get(keyValue)?.subscriberId ?? null,
  }));
  const done = await updateKnown(ctx, plan, { rows: reachable, holders, versions, changes });
  await recordChanges(ctx, imported.id, changes);
  return {
    last,
    created,
    ...done,
    refused: rows.length - makeable.length - reachable.length,
  };
}

/** The first row of a key that nobody has makes a subscriber; all others speak of one. */
function sortOut(
  rows: readonly StagedRow[],
  holders: ReadonlyMap<string, Holder>,
): { fresh: StagedRow[]; known: StagedRow[] } {
  const seen = new Set(holders.keys());
  const fresh: StagedRow[] = [];
  const known: StagedRow[] = [];
  for (const row of rows) {
    (seen.has(row.keyValue) ? known : fresh).push(row);
    seen.add(row.keyValue);
  }
  return { fresh, known };
}
