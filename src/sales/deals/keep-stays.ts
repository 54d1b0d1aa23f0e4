import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Stage } from './enter-stage.ts';
import type { Stored, Values } from './values.ts';

/** Notes that deals begin to stand in a stage. */
export async function beginStays(ctx: Ctx, ids: readonly number[], stageId: number): Promise<void> {
  await sql`
    insert into deal_stays (deal_id, stage_id, entered_at)
    select id, ${stageId}, ${ctx.clock.now()} from unnest(${[...ids]}::bigint[]) as id`.execute(
    ctx.db,
  );
}

/** For another stage, or for good. */
type LeftFor = 'stage' | 'won' | 'lost';

/** Notes that deals stand in their stage no longer, and what they left it for. */
export async function endStays(
  ctx: Ctx,
  ids: readonly number[],
  leftFor: Exclude<LeftFor, 'stage'> | { stageId: number },
): Promise<void> {
  const why: LeftFor = typeof leftFor === 'string' ? leftFor : 'stage';
  const to = typeof leftFor === 'string' ? null : leftFor.stageId;
  // deal_stays_open (deal_id) where left_at is null
  await sql`
    update deal_stays set left_at = ${ctx.clock.now()}, left_for = ${why}, to_stage_id = ${to}
    where  deal_id = any(${[...ids]}::bigint[]) and left_at is null`.execute(ctx.db);
}

/** The same for one deal that changes: from stage to stage, closed, or opened again. */
export async function keepStays(
  ctx: Ctx,
  before: Stored,
  after: Values,
  stage: Stage | undefined,
): Promise<void> {
  if (before.state === 'open' && after.state !== 'open') {
    await endStays(ctx, [before.id], after.state);
  }
  if (!stage) return;
  if (before.state === 'open') await endStays(ctx, [before.id], { stageId: stage.id });
  await beginStays(ctx, [before.id], stage.id);
}
