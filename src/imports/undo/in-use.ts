import { type RawBuilder, sql } from 'kysely';
import { goneWithAccounts } from '../../billing/index.ts';
import type { BulkCtx } from '../../kernel/db/bulk.ts';
import { passingNotes } from '../../subscribers/index.ts';

/** Tables with a rule of their own below, or whose rows go with the person. */
const ownRules = [
  'subscribers',
  'contacts',
  'documents',
  'service_addresses',
  'accounts',
  'duplicate_pairs',
];

/**
 * Those of the ids that something else rests on: an edit, a scan, a merge, a reading by somebody, a
 * part or an account of another making, a movement of money that is not the import's own, and any
 * row that names them or an account of theirs, whichever table it stands in: which tables do is
 * asked of the database. What passes by itself keeps nobody (`passingNotes`).
 */
export async function inUse(
  ctx: BulkCtx,
  importId: number,
  ids: readonly number[],
): Promise<number[]> {
  const these = sql`any(${[...ids]}::bigint[])`;
  const passing = passingNotes.fills.flatMap(({ piece }) => piece.tables);
  const people = await namersOf(ctx, 'subscribers', [...ownRules, ...passing]);
  const accounts = await namersOf(ctx, 'accounts', [...goneWithAccounts, ...passing]);
  const rules: RawBuilder<unknown>[] = [
    sql`
    select id from subscribers
    where  id = ${these} and (version > 1 or merged_into_id is not null or erased_at is not null)`,
    sql`select root_id from subscribers where merged_into_id = ${these}`,
    sql`select subscriber_id from events
        where  subscriber_id = ${these} and type like 'subscribers.%'
        and    type not in ('subscribers.viewed', 'subscribers.document_viewed')`,
    ...['contacts', 'documents', 'service_addresses', 'accounts'].map(
      (table) => sql`
        select subscriber_id from ${sql.table(table)}
        where  subscriber_id = ${these} and import_id is distinct from ${importId}`,
    ),
    sql`select a.subscriber_id from accounts a
        join   subscriptions o on o.account_id = a.id
        where  a.subscriber_id = ${these} and o.import_id is distinct from ${importId}`,
    sql`select a.subscriber_id from accounts a
        join   ledger_accounts l on l.account_id = a.id
        join   ledger_postings p on p.ledger_account_id = l.id
        join   ledger_transactions t on t.id = p.transaction_id
        where  a.subscriber_id = ${these} and not exists (
          select from import_changes c
          where  c.import_id = ${importId} and c.entity = 'ledger_transaction'
          and    c.entity_id in (t.id, t.reverses_id))`,
    ...people.map(
      ({ table, column }) => sql`
        select ${sql.ref(column)} from ${sql.table(table)} where ${sql.ref(column)} = ${these}`,
    ),
    ...accounts.map(
      ({ table, column }) => sql`
        select a.subscriber_id from accounts a
        join   ${sql.table(table)} n on n.${sql.ref(column)} = a.id
        where  a.subscriber_id = ${these}`,
    ),
    ...passingNotes.fills.flatMap(({ piece: { worked } }) => (worked ? [worked(ids)] : [])),
  ];
  const { rows } = await sql<{ id: number }>`${sql.join(rules, sql` union `)}`.execute(ctx.db);
  return rows.map((row) => row.id);
}

type Namer = { table: string; column: string };

/** Which columns of which tables name rows of a table, but for some tables. */
async function namersOf(
  ctx: BulkCtx,
  target: 'subscribers' | 'accounts',
  but: readonly string[],
): Promise<Namer[]> {
  const { rows } = await sql<Namer>`
    select c.relname as "table", a.attname as "column"
    from   pg_constraint k
    join   pg_class c on c.oid = k.conrelid and not c.relispartition
    join   pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
    where  k.contype = 'f' and k.confrelid = to_regclass(${target}) and k.conparentid = 0
    and    not c.relname = any(${[...but]}::text[])
    order  by 1, 2`.execute(ctx.db);
  return rows;
}
