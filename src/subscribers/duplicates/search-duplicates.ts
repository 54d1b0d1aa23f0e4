import type { Ctx } from '../../kernel/context.ts';
import { enqueue } from '../../kernel/jobs/jobs.ts';
import { type Done, ok, type Result } from '../../kernel/result.ts';
import { findDuplicates } from './find-duplicates.ts';

/** Looks for duplicates now, in the background. Asked for twice, it is done once. */
export async function searchDuplicates(ctx: Ctx): Promise<Result<Done>> {
  await enqueue(ctx, findDuplicates, {});
  return ok({});
}
