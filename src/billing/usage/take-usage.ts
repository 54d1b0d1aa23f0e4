import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { UsageRecord } from '../api/usage.ts';

type Taken = { taken: number; repeated: number; unknown: string[] };

/**
 * Stores what was used. A record that came before under its key is passed over, whatever it says
 * now: what was measured is never changed.
 */
export async function takeUsage(
  ctx: Ctx,
  { source, records }: { source: string; records: readonly UsageRecord[] },
): Promise<Result<Taken>> {
  const json = JSON.stringify(records);
  // service_lines_login, service_lines_number, accounts_pkey,
  // usage_records_source_key_key (source, key)
  const { rows } = await sql<{ taken: number; unknown: string[] }>`
    with given as materialized (
      select distinct on (g.key) g.*, coalesce(o.id, l.account_id) as owner_id, l.id as line_id
      from   jsonb_to_recordset(${json}::jsonb)
               as g(key text, "accountId" bigint, login text, number text, meter text,
                    units bigint, "beganAt" timestamptz, "endedAt" timestamptz)
      left   join accounts o on o.id = g."accountId"
      left   join lateral (
        select s.id, s.account_id from service_lines s
        where  (s.login = g.login or s.number = g.number)
        and    (o.id is null or s.account_id = o.id)
        order  by s.closed_at is not null, s.id desc limit 1) l on true
      order  by g.key),
    taken as (
      insert into usage_records (account_id, service_line_id, meter, units, began_at, ended_at,
                                 source, key, received_at)
      select owner_id, line_id, meter, units, "beganAt", "endedAt", ${source}, key,
             ${ctx.clock.now()}
      from   given where owner_id is not null order by "beganAt", key
      on     conflict (source, key) do nothing returning key)
    select (select count(*) from taken) as taken,
           array(select key from given where owner_id is null order by key) as unknown`.execute(
    ctx.db,
  );
  const { taken = 0, unknown = [] } = rows[0] ?? {};
  return ok({ taken, unknown, repeated: records.length - taken - unknown.length });
}
