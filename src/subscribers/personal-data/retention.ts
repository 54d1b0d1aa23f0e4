import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { today } from '../today.ts';

/**
 * Years for which an operator keeps who its subscribers were after they left: three by the Russian
 * rules for operators of communications (Government Decree 538 of 2005), a setting elsewhere.
 */
const USUAL_YEARS = 3;

type Retention = {
  /** Whether somebody of the cluster is a customer, so that no day is fixed yet. */
  isCustomer: boolean;
  /** The day, still to come, until which the data must be kept; null where none is. */
  until: string | null;
};

/**
 * For how long a cluster's data must be kept. The days are compared by the database: as texts, a
 * year of five digits would stand before today.
 */
export async function retentionOf(ctx: Ctx, ids: readonly number[]): Promise<Retention> {
  const { rows } = await sql<Retention>`
    select coalesce(bool_or(status in ('active', 'suspended')), false) as is_customer,
           max(day) filter (where day > ${today(ctx)}::date) as until
    from  (select s.status,
                  case when s.status = 'left'
                       then (coalesce(s.left_on, s.updated_at::date)
                             + make_interval(years => p.years))::date end as day
           from   subscribers s,
                  (select coalesce((settings->>'retentionYears')::integer, ${USUAL_YEARS}) as years
                   from operator_profile) p
           where  s.id = any(${ids}::bigint[])) kept`.execute(ctx.db);
  return rows[0] ?? { isCustomer: false, until: null };
}
