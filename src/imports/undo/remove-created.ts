import { sql } from 'kysely';
import { removeAccounts } from '../../billing/index.ts';
import type { BulkCtx } from '../../kernel/db/bulk.ts';
import { removeSubscribers } from '../../subscribers/index.ts';
import { removeClients, workedClients } from '../../vip/index.ts';
import type { Import } from '../load-import.ts';
import { recordChanges } from '../apply/changes.ts';
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
  await removeClients(ctx, free);
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

/**
 * Those of the ids that something else rests on: an edit, a scan, a merge, a note, a conversation,
 * a ticket, a need, a consent, a household, a contact person, care for a client of the programme,
 * an account of another making, a correction, or a movement of money that is not the import's own.
 */
async function inUse(ctx: BulkCtx, importId: number, ids: readonly number[]): Promise<number[]> {
  const these = sql`any(${[...ids]}::bigint[])`;
  const { rows } = await sql<{ id: number }>`
    select id from subscribers
    where  id = ${these} and (version > 1 or merged_into_id is not null or erased_at is not null)
    union select root_id from subscribers where merged_into_id = ${these}
    union select from_id from subscriber_merges where from_id = ${these}
    union select into_id from subscriber_merges where into_id = ${these}
    union select subscriber_id from conversations where subscriber_id = ${these}
    union select subscriber_id from follow_ups where subscriber_id = ${these}
    union select subscriber_id from tickets where subscriber_id = ${these}
    union select subscriber_id from needs where subscriber_id = ${these}
    union select subscriber_id from consents where subscriber_id = ${these}
    union ${workedClients(ids)}
    union select subscriber_id from household_members where subscriber_id = ${these}
    union select subscriber_id from contact_persons where subscriber_id = ${these}
    union select subscriber_id from events
          where  subscriber_id = ${these} and type like 'subscribers.%'
          and    type not in ('subscribers.viewed', 'subscribers.document_viewed')
    union select subscriber_id from contacts
          where  subscriber_id = ${these} and import_id is distinct from ${importId}
    union select subscriber_id from documents
          where  subscriber_id = ${these} and import_id is distinct from ${importId}
    union select subscriber_id from service_addresses
          where  subscriber_id = ${these} and import_id is distinct from ${importId}
    union select subscriber_id from accounts
          where  subscriber_id = ${these} and import_id is distinct from ${importId}
    union select a.subscriber_id from accounts a
          join   subscriptions o on o.account_id = a.id
          where  a.subscriber_id = ${these} and o.import_id is distinct from ${importId}
    union select a.subscriber_id from accounts a
          join   corrections c on c.account_id = a.id
          where  a.subscriber_id = ${these}
    union select a.subscriber_id from accounts a
          join   ticket_subjects c on c.account_id = a.id
          where  a.subscriber_id = ${these}
    union select a.subscriber_id from accounts a
          join   ledger_accounts l on l.account_id = a.id
          join   ledger_postings p on p.ledger_account_id = l.id
          join   ledger_transactions t on t.id = p.transaction_id
          where  a.subscriber_id = ${these} and not exists (
            select from import_changes c
            where  c.import_id = ${importId} and c.entity = 'ledger_transaction'
            and    c.entity_id in (t.id, t.reverses_id))`.execute(ctx.db);
  return rows.map((row) => row.id);
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
