import type { Ctx } from '../../kernel/context.ts';
import { textsIn } from '../../kernel/i18n/texts.ts';

/** By what name terms stand among an account's discounts. */
export const wordsOf = (ctx: Ctx, id: number): string =>
  textsIn(ctx.operator.language).t('vip:terms.words', { id });
