import { type RawBuilder, sql, type SqlBool } from 'kysely';
import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { isVeiledOf, veiledNow } from '../../kernel/veil.ts';
import type { BoardCard, ColumnSum } from '../api/board.ts';
import { reaches } from '../reach.ts';

export type Shown = { isMine: boolean; isLate: boolean };
export type Card = Omit<z.input<typeof BoardCard>, 'enteredStageAt' | 'dueAt'> & {
  enteredStageAt: Date;
  dueAt: Date | null;
};
/** Beyond these a column is only said to hold more. */
const MOST_COUNTED = 10_000;

/** Which open deals a board shows, as a condition on `deals d`. */
export const isShown = (ctx: Ctx, { isMine, isLate }: Shown): RawBuilder<SqlBool> => sql`
  d.state = 'open' and ${reaches(ctx, 'sales.work')}
  and (not ${isMine} or d.owner_staff_id = ${staffIdOf(ctx.actor)})
  and (not ${isLate} or d.due_at < ${ctx.clock.now()})`;

export const cardColumns = sql`d.id, d.version, d.stage_id, d.name, d.monthly_minor, d.once_minor,
  d.currency, o.name as owner, s.name as source, d.next_step, d.next_at, d.due_at,
  d.entered_stage_at, d.subscriber_id as own_subscriber_id`;

export const cardJoins = sql`
  left   join staff o on o.id = d.owner_staff_id
  left   join lead_sources s on s.id = d.source_id`;

export type CardRow = Card & { ownSubscriberId: number | null };

/** Cards as they may be shown now: without words of whoever on the line is not verified. */
export async function unveiled(ctx: Ctx, rows: readonly CardRow[]): Promise<Card[]> {
  const veiled = await veiledNow(ctx);
  return rows.map(({ ownSubscriberId, ...card }) =>
    isVeiledOf(veiled, ownSubscriberId) ? { ...card, nextStep: '' } : card,
  );
}

/** How many deals stand in each stage of a pipeline, and what they are worth. */
export async function readSums(
  ctx: Ctx,
  pipelineId: number,
  shown: Shown,
): Promise<z.input<typeof ColumnSum>[]> {
  // deals_board, as many rows of each stage as are counted
  const { rows } = await sql<z.input<typeof ColumnSum>>`
    select g.id as stage_id, least(count(d.stage_id), ${MOST_COUNTED}) as count,
           count(d.stage_id) > ${MOST_COUNTED} as is_more,
           count(*) filter (where d.due_at < ${ctx.clock.now()}) as late_count,
           coalesce(sum(d.monthly_minor), 0)::bigint as monthly_minor,
           coalesce(sum(d.once_minor), 0)::bigint as once_minor
    from   pipeline_stages g
    left   join lateral (
             select d.stage_id, d.due_at, d.monthly_minor, d.once_minor
             from   deals d
             where  d.stage_id = g.id and ${isShown(ctx, shown)}
             limit  ${MOST_COUNTED + 1}) d on true
    where  g.pipeline_id = ${pipelineId} and g.archived_at is null
    group  by g.id
    order  by g.position, g.id`.execute(ctx.db);
  return rows;
}
