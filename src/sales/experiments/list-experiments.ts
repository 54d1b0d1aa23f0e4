import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { experimentsApi } from '../api/experiments.ts';
import { outcomesInTerm } from './outcomes-in-term.ts';
import { type Arm, resultOf } from './result-of.ts';

type Output = z.input<(typeof experimentsApi)['GET /api/sale-scripts/{id}/experiments']['output']>;
type Told = Output['experiments'][number];
type Row = Omit<Told, 'first' | 'second' | 'shares' | 'prices' | 'isUneven'> &
  Record<'firstNumber' | 'secondNumber' | 'neededFirst' | 'neededSecond', number> & {
    arms: readonly (Arm & { isSecond: boolean })[];
  };

/** So many of the latest are shown. */
const MOST = 20;

/**
 * Experiments with a script's versions, newest first. A deal counts once, for the version that it
 * began with; of each version as many count as were said to be needed, the first to begin.
 */
export async function listExperiments(ctx: Ctx, { id }: { id: number }): Promise<Result<Output>> {
  // script_experiments_script, guided_sales_experiment (experiment_id, deal_id, id), deals_pkey
  const { rows } = await sql<Row>`
    select x.id, x.second_percent, x.least_points, x.needed_first, x.needed_second, x.started_at,
           x.ended_at, x.reason, a.number as first_number, b.number as second_number,
           ${ctx.operator.currency} as currency, coalesce(r.arms, '[]') as arms
    from   script_experiments x
    join   sale_script_versions a on a.id = x.first_version_id
    join   sale_script_versions b on b.id = x.second_version_id
    cross  join lateral (
      select jsonb_agg(to_jsonb(n)) as arms
      from  (select u.is_second as "isSecond", count(*) as begun,
                    count(*) filter (where u.is_counted) as settled,
                    count(*) filter (where u.is_counted and u.is_sold) as sold,
                    avg(u.price) filter (where u.is_counted and u.is_sold) as "meanMinor",
                    var_samp(u.price) filter (where u.is_counted and u.is_sold)
                      as "varianceMinor"
             from  (select f.is_second, f.is_sold, f.price,
                           f.is_settled and row_number() over (
                             partition by f.is_second order by f.id)
                             <= case when f.is_second then x.needed_second else x.needed_first end
                             as is_counted
                    from  (select distinct on (g.deal_id) g.id, d.monthly_minor as price,
                                  g.script_version_id = x.second_version_id as is_second,
                                  ${outcomesInTerm(ctx)}
                           from   guided_sales g join deals d on d.id = g.deal_id
                           where  g.experiment_id = x.id
                           order  by g.deal_id, g.id) f) u
             group  by 1) n) r
    where  x.script_id = ${id}
    order  by x.id desc limit ${MOST}`.execute(ctx.db);
  return ok({ experiments: rows.map(tell) });
}

function tell({ arms, firstNumber, secondNumber, ...row }: Row): Told {
  const { neededFirst, neededSecond, secondPercent, ...told } = row;
  const armOf = (isSecond: boolean): Arm => arms.find((arm) => arm.isSecond === isSecond) ?? nobody;
  const first = { number: firstNumber, needed: neededFirst, arm: armOf(false) };
  const second = { number: secondNumber, needed: neededSecond, arm: armOf(true) };
  return { ...told, secondPercent, ...resultOf(first, second, secondPercent / 100) };
}

const nobody: Arm = { begun: 0, settled: 0, sold: 0, meanMinor: null, varianceMinor: null };
