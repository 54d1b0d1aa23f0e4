import { sql } from 'kysely';

/**
 * What the open deals are worth by pipeline and month of their expected close, and what of that is
 * likely: each deal's value by the likelihood of its stage. deals_board
 */
export const expected = sql`
  select d.pipeline_id, date_trunc('month', d.expected_on)::date as month, count(*) as deals,
         sum(d.monthly_minor)::bigint as monthly_minor, sum(d.once_minor)::bigint as once_minor,
         round(sum(d.monthly_minor * g.probability / 100.0))::bigint as likely_monthly_minor,
         round(sum(d.once_minor * g.probability / 100.0))::bigint as likely_once_minor
  from   deals d join pipeline_stages g on g.id = d.stage_id
  where  d.state = 'open'
  group  by d.pipeline_id, date_trunc('month', d.expected_on)`;
