import type { Ctx } from '../../kernel/context.ts';
import type { Result } from '../../kernel/result.ts';
import { type Card, doOwn } from './do-own.ts';

/** Takes a card back from its buyer. */
export const undoSale = (ctx: Ctx, card: Card): Promise<Result<{ cards: number }>> =>
  doOwn(ctx, 'sale_undone', card, 1);
