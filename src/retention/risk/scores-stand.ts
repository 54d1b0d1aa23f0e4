import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** Why scores are none to act by: some are another version's, or they are of days ago. */
export type ScoresStand = { scoredAt: Date | null; trouble: 'unfinished' | 'old' | null };

/** A night may be missed, no second one. */
const MOST_DAYS = 2;

/**
 * When everybody was scored last, and whether it may be acted by. A night that was broken off
 * leaves some scored by what is in force no more.
 */
export async function scoresStand(ctx: Ctx): Promise<ScoresStand> {
  // risk_activations_pkey
  const { rows } = await sql<ScoresStand>`
    select scored_at, case
             when scored_at is null or scored_version_id is distinct from (
                    select version_id from risk_activations order by id desc limit 1)
             then 'unfinished'
             when scored_at < ${ctx.clock.now()}::timestamptz
                                - make_interval(days => ${MOST_DAYS}) then 'old'
             end as trouble
    from   risk_settings`.execute(ctx.db);
  return rows[0] ?? { scoredAt: null, trouble: 'unfinished' };
}

/** Everybody is scored by this version, as of when it was begun. */
export async function noteScored(
  ctx: Ctx,
  { versionId, at }: { versionId: number; at: Date },
): Promise<void> {
  await sql`
    update risk_settings set scored_version_id = ${versionId}, scored_at = ${at}
    where  scored_at is null or scored_at < ${at}`.execute(ctx.db);
}
