import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Body, packBody, unpackBody } from './body.ts';
import type { AucGain } from '../model/auc-gain.ts';
import type { Quality } from './quality.ts';

/** What a scorecard knows of its quality: nothing, until a model is learnt beside it. */
export type VersionQuality = Quality | Record<string, never>;

export async function storeVersion(
  ctx: Ctx,
  { body, quality }: { body: Body; quality: VersionQuality },
): Promise<number> {
  const { id } = await ctx.db
    .insertInto('riskVersions')
    .values({
      kind: body.kind,
      madeAt: ctx.clock.now(),
      madeBy: staffIdOf(ctx.actor),
      quality: JSON.stringify(quality),
      body: packBody(body),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Puts a version in force; the one before it stays, to go back to. */
export async function putInForce(ctx: Ctx, versionId: number, reason: string): Promise<void> {
  await ctx.db
    .insertInto('riskActivations')
    .values({
      versionId,
      activatedAt: ctx.clock.now(),
      activatedBy: staffIdOf(ctx.actor),
      reason,
    })
    .execute();
  await emit(ctx, {
    type: 'retention.risk_version_activated',
    subject: { kind: 'risk_version', id: versionId },
    facts: { reason },
  });
}

export type InForce = { id: number; kind: string; quality: VersionQuality; madeAt: Date };

/** The version that was put in force last. */
export async function versionInForce(ctx: Ctx): Promise<InForce | undefined> {
  return ctx.db
    .selectFrom('riskActivations as a')
    .innerJoin('riskVersions as v', 'v.id', 'a.versionId')
    .select(['v.id', 'v.kind', 'v.quality', 'v.madeAt'])
    .orderBy('a.id', 'desc')
    .limit(1)
    .$castTo<InForce>()
    .executeTakeFirst();
}

type Measured = {
  /** What was in force when it was measured. */
  standingId: number | null;
  /** By later months; null where they could not tell. */
  auc: number | null;
  gain: AucGain | null;
};

/**
 * Whether what was learnt anew is put in force by itself: later months could tell how good it is,
 * and it tells them no worse than what is in force tells the very same ones, within a standard
 * error. Where somebody has gone back to an earlier version it is proposed only, for what they saw
 * of the later one no measure has told.
 */
export async function mayReplace(ctx: Ctx, { standingId, auc, gain }: Measured): Promise<boolean> {
  const before = await versionInForce(ctx);
  if (auc === null || (before?.id ?? null) !== standingId) return false;
  if (!before) return true;
  // Of versions there are some dozens, and each numbers above those before it.
  const { rows } = await sql`
    select from risk_activations where version_id > ${before.id} limit 1`.execute(ctx.db);
  return rows.length === 0 && gain !== null && gain.difference >= -gain.error;
}

export async function loadBody(ctx: Ctx, versionId: number): Promise<Body> {
  const { body } = await ctx.db
    .selectFrom('riskVersions')
    .select('body')
    .where('id', '=', versionId)
    .executeTakeFirstOrThrow();
  return unpackBody(body);
}
