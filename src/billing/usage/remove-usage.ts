import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { today } from '../../subscribers/index.ts';
import { chargeAccounts } from '../charging/charge-accounts.ts';

/**
 * Takes back records that an import brought, the newest first. What was charged for them comes back
 * at once, as a movement of its own.
 * @returns how many were removed; 0 when none is left
 */
export async function removeUsage(ctx: Ctx, importId: number, limit: number): Promise<number> {
  // usage_records_import (import_id, id)
  const { rows } = await sql<{ count: number; ids: number[]; since: string | null }>`
    with gone as (
      delete from usage_records u
      where  u.id in (select id from usage_records where import_id = ${importId}
                      order  by id desc limit ${limit})
      returning u.account_id, u.began_at)
    select count(*)::int as count, coalesce(array_agg(distinct account_id), '{}') as ids,
           (min(began_at) at time zone ${ctx.operator.timeZone})::date::text as since
    from   gone`.execute(ctx.db);
  const { count = 0, ids = [], since } = rows[0] ?? {};
  if (count > 0) await chargeAccounts(ctx, ids, since ?? today(ctx));
  return count;
}
