import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import type { StageFigures } from '../api/economics.ts';
import { monthOf } from '../../kernel/month-of.ts';
import { beginning, thisMonth } from '../months.ts';

type Row = z.input<typeof StageFigures>;

/**
 * Of deals that entered each stage in so many months: how many went further on, how many were won
 * in the end, and the median time of the stays that are over.
 */
export async function readStages(ctx: Ctx, months: number): Promise<Row[]> {
  const since = beginning(ctx, monthOf(thisMonth(ctx), 1 - months));
  // deal_stays_entered (entered_at)
  const { rows } = await sql<Row>`
    select g.id as stage_id, p.name as pipeline, g.name,
           count(distinct y.deal_id) as entered,
           count(distinct y.deal_id) filter (
             where y.left_for = 'won' or t.position > g.position
             or    t.pipeline_id <> g.pipeline_id) as moved_on,
           count(distinct y.deal_id) filter (where d.state = 'won') as won,
           percentile_cont(0.5) within group (
             order by extract(epoch from y.left_at - y.entered_at)) filter (
             where y.left_at is not null) as median_seconds
    from   deal_stays y
    join   deals d on d.id = y.deal_id
    join   pipeline_stages g on g.id = y.stage_id
    join   pipelines p on p.id = g.pipeline_id
    left   join pipeline_stages t on t.id = y.to_stage_id
    where  y.entered_at >= ${since}
    group  by g.id, p.id
    order  by p.archived_at is not null, p.position, p.id, g.archived_at is not null, g.position,
              g.id`.execute(ctx.db);
  return rows;
}
