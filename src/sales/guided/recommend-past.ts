import type { Use } from '../../catalog/api.ts';
import { loadCatalogSettings } from '../../catalog/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Currency } from '../../kernel/money/index.ts';
import { offersOnSale } from '../recommending/offers-on-sale.ts';
import { recommend } from '../recommending/recommend.ts';
import { sayReason } from '../recommending/say-reason.ts';
import type { Step } from '../scripts/steps.ts';
import { tariffChoice } from './tariff-choice.ts';
import { unitMinor } from './unit-minor.ts';
import { walkAnswering } from './walk-answering.ts';
import { needsOf } from './walk.ts';

/** Of a line that bears whatever is sold. */
export const anyLine = {
  technology: 'ftth',
  topSpeedKbps: 1_000_000,
  isStopped: false,
} as const;

type Said = { people: number; devices: number; uses: readonly Use[] };

/**
 * Walks the script as each of them answers it, and recommends from what is on sale today; bundles
 * there were none.
 */
export async function recommendPast<Load extends Said>(
  ctx: Ctx,
  steps: readonly Step[],
  given: readonly Load[],
) {
  const offers = await offersOnSale(ctx, { subscriberId: null, buildingId: null }, [anyLine]);
  const { leastMarginPercent } = await loadCatalogSettings(ctx);
  const { language, currency } = ctx.operator;
  const available = offers.map(({ versionId }) => versionId);
  return given.map((one) => {
    const { path, answers } = walkAnswering(steps, one);
    const needs = needsOf(steps, path, answers, unitMinor(currency));
    const { first } = recommend(needs, [anyLine], { offers, bundles: [], leastMarginPercent });
    const reason = first ? sayReason(language, needs, first, currency as Currency) : '';
    const choice = first && tariffChoice(first, reason);
    return { ...one, path, answers, needs, choice, available };
  });
}
