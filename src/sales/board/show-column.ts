import type { z } from 'zod';
import { placeAfter } from '../../kernel/api/cursor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { boardApi } from '../api/board.ts';
import { type Cards, ColumnPlace, readColumn } from './read-column.ts';

type Input = z.output<(typeof boardApi)['GET /api/deal-board/{stageId}']['input']>;

/** Further cards of one column. */
export async function showColumn(
  ctx: Ctx,
  { stageId, cursor, isMine, isLate }: Input,
): Promise<Result<Cards>> {
  const place = placeAfter(cursor, ColumnPlace);
  if (!place.ok) return place;
  return ok(await readColumn(ctx, stageId, { isMine, isLate }, place.value));
}
