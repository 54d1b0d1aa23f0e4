import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { versionInForce } from './store-version.ts';

/**
 * Until the transaction ends nobody else writes scores: two that score, or one that scores and one
 * that erases, would each not see what the other writes.
 */
export async function scoreAlone(ctx: Ctx): Promise<void> {
  const lock = `${ctx.operator.schema} risk scores`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(ctx.db);
}

/** Whether a scoring may write of some of the base, alone until its transaction ends. */
export async function turnToScore(
  ctx: Ctx,
  { versionId, at }: { versionId: number; at: Date },
  [above, through]: readonly [number, number],
): Promise<'ours' | 'later_did' | 'other_version'> {
  await scoreAlone(ctx);
  if ((await versionInForce(ctx))?.id !== versionId) return 'other_version';
  // risk_scores_pkey
  const { rows } = await sql`
    select from risk_scores
    where  id > ${above} and id <= ${through} and scored_at > ${at} limit 1`.execute(ctx.db);
  return rows.length > 0 ? 'later_did' : 'ours';
}
