import { longDay, sellerOnPaper, sumText } from '../../billing/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { textsIn } from '../../kernel/i18n/texts.ts';
import { statementSums as sums } from '../statement.ts';
import type { GroupStatement } from './group-statement.ts';

type Period = { from: string; to: string };

/** What stands on the paper, worded in the operator's language. */
export async function paperOf(
  ctx: Ctx,
  { from, to }: Period,
  statement: GroupStatement,
): Promise<object> {
  const { language } = ctx.operator;
  const { t } = textsIn(language);
  const seller = await sellerOnPaper(ctx);
  const textOf = (minor: number, currency: string): string => sumText(minor, currency, language);
  const word = (key: string): string => t(`vip:groups.paper.${key}`);
  return {
    title: t('vip:groups.paper.title', { head: statement.head }),
    period: t('vip:groups.paper.period', {
      from: longDay(from, language),
      to: longDay(to, language),
    }),
    seller: seller.name,
    heads: ['account', ...sums].map(word),
    rows: statement.accounts.map((one) => [
      `${one.holder}, ${one.number}`,
      ...sums.map((key) => textOf(one[key], one.currency)),
    ]),
    totals: statement.totals.map((one) => [
      `${word('total')}, ${one.currency}`,
      ...sums.map((key) => textOf(one[key], one.currency)),
    ]),
    note: word('note'),
    madeAt: ctx.clock.now(),
  };
}
