import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import type { Currency } from '../../kernel/money/index.ts';
import { recommendAt } from '../recommending/recommend-at.ts';
import { sayReason } from '../recommending/say-reason.ts';
import type { Choice } from '../recommending/ways-to-take.ts';
import { basisOf, stands } from './basis-of.ts';
import { latestRecommendation } from './latest-recommendation.ts';
import type { Guided } from './lock-guided.ts';
import { tariffChoice } from './tariff-choice.ts';
import { tell, untaken } from './write-guided.ts';

/**
 * Recommends a tariff by what was answered so far and keeps what it was, why, and what could have
 * been sold; again only where needs, lines or what is had there are others than before. Nothing
 * while nobody knows what line can be had.
 * @returns what the sale is to forget: of another recommendation nothing is taken yet
 */
export async function recommendNow(ctx: Ctx, row: Guided): Promise<Partial<typeof untaken>> {
  const basis = await basisOf(ctx, row);
  if (!basis) return untaken;
  const { needs, lines, had } = basis;
  const before = await latestRecommendation(ctx, row.id);
  if (before && stands(basis, before)) return {};
  const { first, alternatives, available } = await recommendAt(ctx, row, basis);
  const currency = row.currency as Currency;
  const told = (choice: Choice) =>
    tariffChoice(choice, sayReason(ctx.operator.language, needs, choice, currency));
  const feeMinor = first?.feeMinor ?? null;
  await ctx.db
    .insertInto('saleRecommendations')
    .values({
      guidedSaleId: row.id,
      needs: JSON.stringify(needs),
      lines: JSON.stringify(lines),
      had,
      available,
      choices: JSON.stringify((first ? [first, ...alternatives] : []).map(told)),
      feeMinor,
      madeAt: ctx.clock.now(),
      madeBy: staffIdOf(ctx.actor),
    })
    .execute();
  await tell(ctx, row, 'guided_recommended', { tariff: first?.tariff.name ?? null, feeMinor });
  return untaken;
}
