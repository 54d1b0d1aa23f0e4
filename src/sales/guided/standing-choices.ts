import { isDeepStrictEqual } from 'node:util';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { linesOf } from '../recommending/lines-of.ts';
import { basisOf, stands } from './basis-of.ts';
import { latestRecommendation } from './latest-recommendation.ts';
import type { Guided } from './lock-guided.ts';
import { paymentWays } from './payment-ways.ts';
import type { TariffChoice } from './tariff-choice.ts';

/**
 * What was recommended last, while it stands: a house that was moved from, a stop of sales or
 * another answer since then leaves nothing to be chosen from.
 */
export async function standingChoices(ctx: Ctx, row: Guided): Promise<Result<TariffChoice[]>> {
  const latest = await latestRecommendation(ctx, row.id);
  if (!latest) return ok([]);
  const basis = await basisOf(ctx, row);
  return stands(basis, latest) ? ok(latest.choices) : fail('sales.recommendation_past');
}

/** The tariff that is wanted, else the one that was recommended. */
export async function takenOf(ctx: Ctx, row: Guided): Promise<Result<TariffChoice>> {
  const standing = await standingChoices(ctx, row);
  if (!standing.ok) return standing;
  const taken = row.taken ?? standing.value[0];
  if (!taken) return fail('sales.nothing_taken');
  const isAmong = standing.value.some((choice) => isDeepStrictEqual(choice, taken));
  return isAmong ? ok(taken) : fail('sales.recommendation_past');
}

/** What is taken, once its connection has a price: nobody can agree on what nobody knows. */
export async function pricedOf(ctx: Ctx, row: Guided): Promise<Result<TariffChoice>> {
  const taken = await takenOf(ctx, row);
  if (!taken.ok) return taken;
  const ways = paymentWays(taken.value, (await linesOf(ctx, row)) ?? [], row.metres);
  return ways.length > 0 ? taken : fail('sales.metres_unsaid');
}
