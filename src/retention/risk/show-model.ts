import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { riskApi } from '../api/risk.ts';
import type { Quality } from './quality.ts';
import { versionInForce } from './store-version.ts';

type Shown = z.input<(typeof riskApi)['GET /api/risk-model']['output']>;
type Version = Shown['versions'][number];

const MOST_VERSIONS = 20;
const MOST_DRIFTS = 8;

/** The versions with how well each told its later months, what drifted, what is being learnt. */
export async function showModel(ctx: Ctx): Promise<Result<Shown>> {
  const inForce = (await versionInForce(ctx))?.id;
  const { rows: versions } = await sql<
    Omit<Version, 'quality' | 'isInForce'> & { quality: object }
  >`
    select v.id, v.kind, v.made_at, v.quality, a.activated_at, coalesce(a.reason, '') as reason
    from   risk_versions v
    left   join lateral (select activated_at, reason from risk_activations
                         where version_id = v.id order by id desc limit 1) a on true
    order  by v.id desc limit ${MOST_VERSIONS}`.execute(ctx.db);
  const training = await ctx.db
    .selectFrom('riskTrainings')
    .select(['id', 'state', 'step', 'progress', 'askedAt', 'endedAt', 'trouble'])
    .orderBy('id', 'desc')
    .limit(1)
    .$castTo<NonNullable<Shown['training']>>()
    .executeTakeFirst();
  const { rows: drifts } = await sql<{ fact: string; psi: number; on: string }>`
    select fact, psi, scored_on as "on" from risk_drifts
    where  version_id = ${inForce ?? 0}
    and    scored_on = (select max(scored_on) from risk_drifts where version_id = ${inForce ?? 0})
    order  by fact <> 'score', psi desc limit ${MOST_DRIFTS}`.execute(ctx.db);
  const { rows: counted } = await sql<{ count: number }>`
    select count(*) as count from risk_scores`.execute(ctx.db);
  return ok({
    versions: versions.map((one) => ({
      ...one,
      quality: one.kind === 'model' ? (one.quality as Quality) : null,
      isInForce: one.id === inForce,
    })),
    training: training ?? null,
    drifts: drifts.map(({ fact, psi }) => ({ fact, psi })),
    driftOn: drifts[0]?.on ?? null,
    scored: counted[0]?.count ?? 0,
  });
}
