import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import type { Currency } from '../../kernel/money/index.ts';
import type { Choice } from '../recommending/recommend.ts';
import { recommendAt } from '../recommending/recommend-at.ts';
import { sayReason } from '../recommending/say-reason.ts';
import { linesOf } from './lines-of.ts';
import type { Guided } from './lock-guided.ts';
import { tariffChoice } from './tariff-choice.ts';
import { unitMinor } from './unit-minor.ts';
import { needsOf } from './walk.ts';
import { tell } from './write-guided.ts';

/**
 * Recommends a tariff by what was answered so far and keeps what it was, why, and what could have
 * been sold; again only where needs or lines are others than before. Nothing while nobody knows
 * what line can be had.
 */
export async function recommendNow(ctx: Ctx, row: Guided): Promise<void> {
  const found = await linesOf(ctx, row);
  if (!found) return;
  const lines = found.map(({ technology, topSpeedKbps, isStopped }) => ({
    technology,
    topSpeedKbps,
    isStopped,
  }));
  const needs = needsOf(row.steps, row.path, row.answers, unitMinor(row.currency));
  const [needsText, linesText] = [JSON.stringify(needs), JSON.stringify(lines)];
  // sale_recommendations_sale (guided_sale_id, id)
  const before = await sql<{ isSame: boolean }>`
    select needs = ${needsText}::jsonb and lines = ${linesText}::jsonb as is_same
    from   sale_recommendations where guided_sale_id = ${row.id}
    order  by id desc limit 1`.execute(ctx.db);
  if (before.rows[0]?.isSame) return;
  const { first, alternatives, available } = await recommendAt(ctx, row, needs, lines);
  const currency = row.currency as Currency;
  const told = (choice: Choice) =>
    tariffChoice(choice, sayReason(ctx.operator.language, needs, choice, currency));
  const feeMinor = first?.feeMinor ?? null;
  await ctx.db
    .insertInto('saleRecommendations')
    .values({
      guidedSaleId: row.id,
      needs: needsText,
      lines: linesText,
      available,
      choices: JSON.stringify((first ? [first, ...alternatives] : []).map(told)),
      feeMinor,
      madeAt: ctx.clock.now(),
      madeBy: staffIdOf(ctx.actor),
    })
    .execute();
  await tell(ctx, row, 'guided_recommended', { tariff: first?.tariff.name ?? null, feeMinor });
}
