import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { ImportKey } from '../presets/targets.ts';
import { holdersOf } from '../steps/holders.ts';
import type { StagedRow } from './loads.ts';

/** Whom a row's key finds: a subscriber (the root), and an account where the key names one. */
export type Holder = { subscriberId: number; accountId: number | null };

/** Finds those of some keys who are here already, in one query. */
export async function findHolders(
  ctx: Ctx,
  key: ImportKey,
  keyValues: readonly string[],
): Promise<Map<string, Holder>> {
  const { rows } = await sql<Holder & { keyValue: string }>`
    select h.key_value, min(h.subscriber_id) as subscriber_id, min(h.account_id) as account_id
    from   (${holdersOf(key)}) h
    where  h.key_value = any(${[...keyValues]}::text[])
    group  by h.key_value`.execute(ctx.db);
  return new Map(rows.map(({ keyValue, ...holder }) => [keyValue, holder]));
}

/** The account that rows of known subscribers speak of: by its number, else their first one. */
export async function findAccounts(
  ctx: Ctx,
  rows: readonly { row: StagedRow; subscriberId: number; number: string | null }[],
): Promise<Map<number, number>> {
  const asked = rows.map(({ row, subscriberId, number }) => ({
    row: row.rowNumber,
    subscriber: subscriberId,
    number,
  }));
  // accounts_number; accounts_subscriber
  const { rows: found } = await sql<{ row: number; id: number }>`
    select q."row", coalesce(
             (select a.id from accounts a join subscribers s on s.id = a.subscriber_id
              where  a.number = q.number and s.root_id = q.subscriber),
             (select min(a.id) from accounts a join subscribers s on s.id = a.subscriber_id
              where  s.root_id = q.subscriber and q.number is null)) as id
    from   jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
             as q("row" integer, subscriber bigint, number text)`.execute(ctx.db);
  return new Map(found.filter(({ id }) => id !== null).map(({ row, id }) => [row, id]));
}
