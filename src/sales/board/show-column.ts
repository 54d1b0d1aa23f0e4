import type { z } from 'zod';
import { InstantPlace, placeAfter } from '../../kernel/api/cursor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { boardApi } from '../api/board.ts';
import { type Cards, readColumn } from './board-rows.ts';

type Input = z.output<(typeof boardApi)['GET /api/deal-board/{stageId}']['input']>;

/** Further cards of one column. */
export async function showColumn(
  ctx: Ctx,
  { stageId, cursor, isMine, isLate }: Input,
): Promise<Result<Cards>> {
  const place = placeAfter(cursor, InstantPlace);
  if (!place.ok) return place;
  return ok(await readColumn(ctx, stageId, { isMine, isLate }, place.value));
}
