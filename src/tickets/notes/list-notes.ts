import { z } from 'zod';
import { makeCursor, placeAfter } from '../../kernel/api/cursor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { ticketsApi } from '../api/tickets.ts';
import { findOpened } from '../find-opened.ts';
import { notesOf } from './notes-of.ts';

type Route = (typeof ticketsApi)['GET /api/tickets/{id}/notes'];

/** Notes of a ticket older than those that stand with it, page after page back to its first. */
export async function listNotes(
  ctx: Ctx,
  { id, before, cursor, limit }: z.output<Route['input']>,
): Promise<Result<z.input<Route['output']>>> {
  const place = placeAfter(cursor, z.tuple([z.int()]));
  if (!place.ok) return place;
  const found = await findOpened(ctx, id);
  if (!found) return fail('tickets.not_found');
  const page = { before: place.value?.[0] ?? before, limit };
  const { notes, hasEarlierNotes } = await notesOf(ctx, found.id, page);
  const [oldest] = notes;
  return ok({ notes, nextCursor: hasEarlierNotes && oldest ? makeCursor([oldest.id]) : null });
}
