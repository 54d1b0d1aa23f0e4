import { z } from 'zod';
import { makeCursor, placeAfter } from '../kernel/api/cursor.ts';
import type { Ctx } from '../kernel/context.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { ticketsApi } from './api/tickets.ts';
import { findOpened } from './find-opened.ts';
import { historyOf, namesIn } from './history.ts';

type Route = (typeof ticketsApi)['GET /api/tickets/{id}/history'];

/** Steps of a ticket older than those that stand with it, page after page back to its opening. */
export async function listHistory(
  ctx: Ctx,
  { id, before, cursor, limit }: z.output<Route['input']>,
): Promise<Result<z.input<Route['output']>>> {
  const place = placeAfter(cursor, z.tuple([z.int()]));
  if (!place.ok) return place;
  const found = await findOpened(ctx, id);
  if (!found) return fail('tickets.not_found');
  const from = place.value?.[0] ?? before;
  const { history, hasEarlier } = await historyOf(ctx, found, { before: from, limit });
  const [oldest] = history;
  return ok({
    history,
    names: await namesIn(ctx, history),
    nextCursor: hasEarlier && oldest ? makeCursor([oldest.id]) : null,
  });
}
