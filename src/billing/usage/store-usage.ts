import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { UsageRecord } from '../api/usage.ts';

/** What was used, of an account that is named by its id, its number, or one of its lines. */
export type UsageLoad = Omit<UsageRecord, 'beganAt' | 'endedAt'> & {
  accountNumber?: string | undefined;
  beganAt: Date | string;
  endedAt: Date | string;
};

type Stored = { taken: number; unknown: string[] };

/**
 * Each record once, with whose it is: `given`. A line that is open goes before one that was closed;
 * where a line and an account are named, the line must be of that account.
 */
function givenUsage(records: readonly UsageLoad[]): RawBuilder<unknown> {
  // accounts_pkey, accounts_number, service_lines_login, service_lines_number
  return sql`given as materialized (
      select distinct on (g.key) g.*, coalesce(o.id, l.account_id) as owner_id, l.id as line_id
      from   jsonb_to_recordset(${JSON.stringify(records)}::jsonb)
               as g(key text, "accountId" bigint, "accountNumber" text, login text, number text,
                    meter text, units bigint, "beganAt" timestamptz, "endedAt" timestamptz)
      left   join accounts o on o.id = g."accountId" or o.number = g."accountNumber"
      left   join lateral (
        select s.id, s.account_id from service_lines s
        where  (s.login = g.login or s.number = g.number)
        and    (o.id is null or s.account_id = o.id)
        order  by s.closed_at is not null, s.id desc limit 1) l on true
      order  by g.key)`;
}

/**
 * Stores records under the keys of their source; those that are there already stay as they are.
 * @param importId the import that brought them, null where none did
 * @returns how many were stored, and the keys of those that belong to nobody known
 */
export async function storeUsage(
  ctx: Ctx,
  source: string,
  records: readonly UsageLoad[],
  importId: number | null,
): Promise<Stored> {
  // usage_records_source_key_key (source, key)
  const { rows } = await sql<Stored>`
    with ${givenUsage(records)},
    taken as (
      insert into usage_records (account_id, service_line_id, meter, units, began_at, ended_at,
                                 source, key, received_at, import_id)
      select owner_id, line_id, meter, units, "beganAt", "endedAt", ${source}, key,
             ${ctx.clock.now()}, ${importId}
      from   given where owner_id is not null order by "beganAt", key
      on     conflict (source, key) do nothing returning key)
    select (select count(*) from taken) as taken,
           array(select key from given where owner_id is null order by key) as unknown`.execute(
    ctx.db,
  );
  return rows[0] ?? { taken: 0, unknown: [] };
}

/** What storing some records would do: which are there already, and which belong to nobody. */
export async function tryUsage(
  ctx: Ctx,
  source: string,
  records: readonly UsageLoad[],
): Promise<{ known: string[]; unknown: string[] }> {
  // usage_records_source_key_key (source, key)
  const { rows } = await sql<{ known: string[]; unknown: string[] }>`
    with ${givenUsage(records)}
    select array(select g.key from given g join usage_records u
                 on u.source = ${source} and u.key = g.key order by 1) as known,
           array(select key from given where owner_id is null order by 1) as unknown`.execute(
    ctx.db,
  );
  return rows[0] ?? { known: [], unknown: [] };
}
