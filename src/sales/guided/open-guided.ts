import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { GuidedSale } from '../api/guided.ts';
import { latestRecommendation } from './latest-recommendation.ts';
import { linesOf } from '../recommending/lines-of.ts';
import { findGuided } from './lock-guided.ts';
import { saidIn } from './said-in.ts';
import { paymentWays } from './payment-ways.ts';
import { placeOf } from './place-of.ts';
import { unitMinor } from './unit-minor.ts';
import { needsOf, stepOf, stepsAhead, toldOf } from './walk.ts';

type Shown = z.input<typeof GuidedSale>;

/** Where a guided sale stands, as the agent's screen shows it. */
export async function openGuided(ctx: Ctx, { id }: { id: number }): Promise<Result<Shown>> {
  const found = await findGuided(ctx, id);
  if (!found.ok) return found;
  const row = found.value;
  const step = stepOf(row.steps, row.path.at(-1));
  const lines = await linesOf(ctx, row);
  // Of a house of which nobody knows anything, nothing is recommended, whatever was before.
  const { choices = [] } = (lines && (await latestRecommendation(ctx, id))) ?? {};
  const [first = null, ...others] = choices;
  const tariff = row.taken ?? first;
  const isAtEnd = step.kind === 'end' || row.state === 'agreed';
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
    stepsAhead: stepsAhead(row.steps, step),
    answer: row.answers[step.key] ?? null,
    needs: needsOf(row.steps, row.path, row.answers, unitMinor(row.currency)),
    told: toldOf(row.steps, row.path, row.answers),
    lines,
    isRecommended: choices.length > 0,
    recommended: first,
    alternativeCount: others.length,
    alternatives: row.alternativesAskedAt === null ? [] : others,
    taken: row.taken,
    ...(await saidIn(ctx, row, { tariff, isAtEnd })),
    metres: row.metres,
    isMetred: (lines ?? []).some(
      (line) => line.isMetred && line.technology === (tariff?.technology ?? line.technology),
    ),
    paymentWays: tariff ? paymentWays(tariff, lines ?? [], row.metres) : [],
    payment: row.payment,
  });
}
