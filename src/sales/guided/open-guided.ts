import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { addressText, isVeiled } from '../../subscribers/index.ts';
import type { GuidedSale } from '../api/guided.ts';
import { latestRecommendation } from './latest-recommendation.ts';
import { linesOf } from './lines-of.ts';
import { findGuided, type Guided } from './lock-guided.ts';
import { paymentWays } from './payment-ways.ts';
import { unitMinor } from './unit-minor.ts';
import { needsOf, stepOf } from './walk.ts';

type Shown = z.input<typeof GuidedSale>;

/** Where a guided sale stands, as the agent's screen shows it. */
export async function openGuided(ctx: Ctx, { id }: { id: number }): Promise<Result<Shown>> {
  const found = await findGuided(ctx, id);
  if (!found.ok) return found;
  const row = found.value;
  const step = stepOf(row.steps, row.path.at(-1));
  const { choices = [] } = (await latestRecommendation(ctx, id)) ?? {};
  const [first = null, ...others] = choices;
  const tariff = row.taken ?? first;
  const lines = await linesOf(ctx, row);
  return ok({
    id,
    version: row.version,
    state: row.state,
    currency: row.currency,
    deal: { id: row.dealId, name: row.dealName },
    conversationId: row.conversationId,
    place: await placeOf(ctx, row),
    script: { name: row.scriptName, number: row.scriptNumber },
    step,
    count: row.path.length,
    answer: row.answers[step.key] ?? null,
    needs: needsOf(row.steps, row.path, row.answers, unitMinor(row.currency)),
    lines,
    isRecommended: choices.length > 0,
    recommended: first,
    alternativeCount: others.length,
    alternatives: row.alternativesAskedAt === null ? [] : others,
    taken: row.taken,
    furthers: await furthersOf(ctx, row),
    paymentWays: tariff ? paymentWays(tariff, lines ?? []) : [],
    payment: row.payment,
  });
}

/** Hidden while the one on the line was not verified. */
async function placeOf(ctx: Ctx, row: Guided): Promise<Shown['place']> {
  if (await isVeiled(ctx, row.subscriberId)) return { text: '', buildingId: null, flat: '' };
  const { buildingId, address, flat, place } = row;
  const text = place ? addressText(place, ctx.language) : address;
  return { text, buildingId, flat };
}

/** Services that are offered beside, each with its argument where one was prepared. */
async function furthersOf(ctx: Ctx, { id, conversationId }: Guided): Promise<Shown['furthers']> {
  // guided_furthers_pkey, pitches_product_id_key, pitch_answers_conversation_id_key
  const { rows } = await sql<Shown['furthers'][number]>`
    select f.product_id, r.name, v.monthly_fee_minor, p.argument, f.is_needed, f.kept_percent,
           coalesce(f.answer, x.answer) as answer
    from   guided_furthers f
    join   products r on r.id = f.product_id
    join   product_versions v on v.id = f.product_version_id
    left   join pitches p on p.product_id = f.product_id and p.is_on
    left   join pitch_answers x on x.pitch_id = p.id and x.conversation_id = ${conversationId}
    where  f.guided_sale_id = ${id}
    order  by f.is_needed desc, f.kept_percent desc, f.product_id`.execute(ctx.db);
  return rows;
}
