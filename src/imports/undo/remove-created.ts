import { sql } from 'kysely';
import { removeAccounts } from '../../billing/index.ts';
import type { BulkCtx } from '../../kernel/db/bulk.ts';
import { passingNotes, removeSubscribers } from '../../subscribers/index.ts';
import type { Import } from '../load-import.ts';
import { recordChanges } from '../apply/changes.ts';
import { inUse } from './in-use.ts';
import { keepOpening } from './keep-opening.ts';
import type { UndoDone } from './take-back-changes.ts';

/**
 * Removes the next subscribers that the import made, with their accounts. Those whom somebody has
 * worked with since stay and are noted as kept.
 */
export async function removeCreated(
  ctx: BulkCtx,
  imported: Import,
  limit: number,
): Promise<UndoDone> {
  const made = await createdOnes(ctx, imported.id, limit);
  const ids = made.map((one) => one.id);
  const used = new Set(await inUse(ctx, imported.id, ids));
  const free = ids.filter((id) => !used.has(id));
  for (const { piece } of passingNotes.fills) await piece.remove(ctx, free);
  await removeAccounts(ctx, await accountsOf(ctx, free));
  await removeSubscribers(ctx, free);
  await keepOpening(ctx, imported, await accountsOf(ctx, [...used]));
  await keepUsed(ctx, imported.id, [...used]);
  return { count: ids.length, removed: free.length, restored: 0, kept: used.size };
}

/**
 * Made by the import and not yet judged: the ones that stay are in import_changes as kept. Locked,
 * so that whoever writes to one of them waits: what was written before is seen by `inUse`, what
 * comes after finds nobody and is told so.
 */
async function createdOnes(
  ctx: BulkCtx,
  importId: number,
  limit: number,
): Promise<{ id: number }[]> {
  // subscribers_import; import_changes_kept
  const { rows } = await sql<{ id: number }>`
    select s.id from subscribers s
    where  s.import_id = ${importId} and not exists (
      select from import_changes c
      where  c.import_id = ${importId} and c.state = 'kept' and c.entity = 'subscriber'
      and    c.entity_id = s.id and c.before is null)
    order  by s.id
    limit  ${limit} for update of s`.execute(ctx.db);
  return rows;
}

async function accountsOf(ctx: BulkCtx, subscriberIds: readonly number[]): Promise<number[]> {
  // accounts_subscriber
  const { rows } = await sql<{ id: number }>`
    select id from accounts where subscriber_id = any(${[...subscriberIds]}::bigint[])`.execute(
    ctx.db,
  );
  return rows.map((row) => row.id);
}

async function keepUsed(ctx: BulkCtx, importId: number, ids: readonly number[]): Promise<void> {
  await recordChanges(
    ctx,
    importId,
    ids.map((id) => ({ entity: 'subscriber' as const, id, before: null, after: null })),
  );
  await sql`update import_changes set state = 'kept'
    where  import_id = ${importId} and state = 'done' and entity = 'subscriber'
      and  before is null`.execute(ctx.db);
}
