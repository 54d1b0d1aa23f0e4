import { sql } from 'kysely';
import { removeAccounts } from '../../billing/index.ts';
import { removeProducts } from '../../catalog/index.ts';
import type { BulkCtx } from '../../kernel/db/bulk.ts';
import { removeEmptyPlaces } from '../../subscribers/index.ts';
import { removeAttributes } from '../../work/index.ts';
import type { Import } from '../load-import.ts';
import { keepOpening } from './keep-opening.ts';

/**
 * The last part of an undo: accounts that the import opened for subscribers who were here, and the
 * places, tariffs and attributes that it made and nobody uses now. An account with work or money of
 * others stays, with the balance that it was opened with.
 */
export async function removeLeftovers(ctx: BulkCtx, imported: Import): Promise<void> {
  const opened = await openedAccounts(ctx, imported.id);
  const idsOf = (isUsed: boolean) =>
    opened.filter((one) => one.isUsed === isUsed).map(({ id }) => id);
  await removeAccounts(ctx, idsOf(false));
  await keepOpening(ctx, imported, idsOf(true));
  await removeEmptyPlaces(ctx, imported.id);
  await removeProducts(ctx, await unsoldProducts(ctx, imported.id));
  await removeUnused(ctx, imported);
}

type Opened = { id: number; isUsed: boolean };

async function openedAccounts(ctx: BulkCtx, importId: number): Promise<Opened[]> {
  // accounts_import
  const { rows } = await sql<Opened>`
    select a.id,
           exists (select from corrections c where c.account_id = a.id)
           or exists (select from ticket_subjects c where c.account_id = a.id)
           or exists (select from tickets t where t.account_id = a.id)
           or exists (
      select from ledger_accounts l
      join   ledger_postings p on p.ledger_account_id = l.id
      join   ledger_transactions t on t.id = p.transaction_id
      where  l.account_id = a.id and not exists (
        select from import_changes c
        where  c.import_id = ${importId} and c.entity = 'ledger_transaction'
        and    c.entity_id in (t.id, t.reverses_id))) as is_used
    from   accounts a join subscribers s on s.id = a.subscriber_id
    where  a.import_id = ${importId} and s.import_id is distinct from ${importId}`.execute(ctx.db);
  return rows;
}

async function unsoldProducts(ctx: BulkCtx, importId: number): Promise<number[]> {
  // subscriptions_product
  const { rows } = await sql<{ id: number }>`
    select p.id from products p
    where  p.import_id = ${importId} and not exists (
      select from product_versions v join subscriptions o on o.product_version_id = v.id
      where  v.product_id = p.id)`.execute(ctx.db);
  return rows.map((row) => row.id);
}

/** What every kind of import leaves: attributes that nothing has, and rows that were told of. */
export async function removeUnused(ctx: BulkCtx, { id, kind }: Import): Promise<void> {
  // One pass over the base for the few attributes that an import makes.
  const { rows } = await sql<{ id: number }>`
    select d.id from attribute_definitions d
    where  d.import_id = ${id} and d.entity = ${kind}
    and    not exists (select from ${sql.table(kind)} t where t.attributes ? d.key)`.execute(
    ctx.db,
  );
  await removeAttributes(
    ctx,
    rows.map((row) => row.id),
  );
  await removeTold(ctx, id);
}

/** Rows that were told of have nothing to tell any more. */
export async function removeTold(ctx: BulkCtx, id: number): Promise<void> {
  await sql`delete from import_rows where import_id = ${id} and error is null`.execute(ctx.db);
}
