import type { Ctx } from '../../kernel/context.ts';
import type { Result } from '../../kernel/result.ts';
import { type Card, doOwn } from './do-own.ts';

/** Sells cards of one's own dealer, some numbers one after the other. */
export const sellCards = (
  ctx: Ctx,
  { cards, ...card }: Card & { cards: number },
): Promise<Result<{ cards: number }>> => doOwn(ctx, 'sold', card, cards);
