import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { homeApi } from '../api/home.ts';
import { cardsFor } from './home-cards.ts';

type Home = z.input<(typeof homeApi)['GET /api/home']['output']>;

/** What needs the one who looks now, card by card; what has nothing to say is left out. */
export async function showHome(ctx: Ctx): Promise<Result<Home>> {
  const own = cardsFor(ctx);
  const read = await Promise.all(own.map(async (card) => ({ card, read: await card.read(ctx) })));
  return ok({
    currency: ctx.operator.currency,
    cards: read.flatMap(({ card: { key, title, path }, read: found }) =>
      found ? [{ key, title: title(ctx), path, figures: [], ...found }] : [],
    ),
    hasCards: own.length > 0,
  });
}
