import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/**
 * Years for which an operator keeps who its subscribers were after they left: three by the Russian
 * rules for operators of communications (Government Decree 538 of 2005), a setting elsewhere.
 */
const USUAL_YEARS = 3;

/** Stands for the day that is not fixed yet, while somebody is still a customer. */
export const NO_DAY_YET = '9999-12-31';

/**
 * The day until which a cluster's data must be kept, or null where nothing says so: nobody of it
 * has been a customer. Whoever is still one has no such day yet.
 */
export async function retainedUntil(ctx: Ctx, ids: readonly number[]): Promise<string | null> {
  const { rows } = await sql<{ until: string | null }>`
    select max(case when status in ('active', 'suspended') then ${NO_DAY_YET}::date
                    when status = 'left'
                    then (coalesce(left_on, updated_at::date)
                          + make_interval(years => p.years))::date end) as until
    from   subscribers,
           (select coalesce((settings->>'retentionYears')::integer, ${USUAL_YEARS}) as years
            from operator_profile) p
    where  id = any(${ids}::bigint[])`.execute(ctx.db);
  return rows[0]?.until ?? null;
}
