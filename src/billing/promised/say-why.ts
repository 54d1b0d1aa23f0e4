import type { Ctx } from '../../kernel/context.ts';
import { textsIn } from '../../kernel/i18n/texts.ts';
import type { PromiseRuleBody, PromiseWhy } from '../api/promises.ts';
import { spokenDay, spokenSum } from '../spoken.ts';
import type { Facts } from './judge.ts';

/** Puts what stands in the way of a promised payment into words that can be said aloud. */
export function sayWhy(
  ctx: Ctx,
  codes: readonly string[],
  rule: PromiseRuleBody | null,
  facts: Pick<Facts, 'lastOn'>,
): PromiseWhy[] {
  const texts = textsIn(ctx.language);
  const values = {
    months: texts.t('billing:promises.months', { count: rule?.leastTenureMonths ?? 0 }),
    debt: spokenSum(ctx, rule?.mostDebtMinor ?? 0),
    count: rule?.monthlyTimes ?? 0,
    on: facts.lastOn === null ? '' : spokenDay(ctx, facts.lastOn, rule?.leastDaysBetween ?? 0),
  };
  return codes.map((code) => ({ code, words: texts.t(`billing:promises.why.${code}`, values) }));
}
