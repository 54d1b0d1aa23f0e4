import type { Ctx } from '../kernel/context.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { ShownSegment } from './api/shapes.ts';
import { listRows, shownSegment } from './segment-rows.ts';
import { openVocabulary } from './words/vocabulary.ts';

/** Segments by name, with their conditions in words. */
export async function listSegments(
  ctx: Ctx,
  { isAll }: { isAll: boolean },
): Promise<Result<{ segments: ShownSegment[] }>> {
  const [rows, words] = [await listRows(ctx, isAll), await openVocabulary(ctx)];
  return ok({ segments: rows.map((row) => shownSegment(ctx, row, words)) });
}
