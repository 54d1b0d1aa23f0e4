import type { Ctx } from '../../kernel/context.ts';
import type { Currency } from '../../kernel/money/index.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { addNeed } from '../../subscribers/index.ts';
import { lockDeal } from '../deals/lock-deal.ts';
import { writeDeal } from '../deals/write-deal.ts';
import type { Guided } from './lock-guided.ts';
import { sayNeeds } from './say-needs.ts';
import { setAgreed } from './set-agreed.ts';
import type { TariffChoice } from './tariff-choice.ts';
import { unitMinor } from './unit-minor.ts';
import { needsOf } from './walk.ts';

/** Gives the deal what was agreed on: products, what they cost, the needs in words. */
export async function agree(
  ctx: Ctx,
  row: Guided,
  taken: TariffChoice,
): Promise<Result<Record<string, never>>> {
  const locked = await lockDeal(ctx, row.dealId, row.dealVersion);
  if (!locked.ok) return locked;
  const deal = locked.value;
  if (deal.state !== 'open') return fail('sales.deal_closed');
  const money = await setAgreed(ctx, row, taken);
  const needs = needsOf(row.steps, row.path, row.answers, unitMinor(row.currency));
  const said = sayNeeds(ctx.operator.language, needs, row.currency as Currency);
  const wanted = deal.wanted.includes(said)
    ? deal.wanted
    : [deal.wanted, said].filter((words) => words !== '').join('\n');
  await writeDeal(ctx, deal, { ...deal, ...money, wanted });
  if (deal.subscriberId !== null) {
    // Whoever may not write on the card leaves the needs with the deal.
    await addNeed(ctx, { id: deal.subscriberId, kind: 'need', text: said, source: '' });
  }
  return ok({});
}
