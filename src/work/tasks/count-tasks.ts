import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { sourcesFor } from './task-sources.ts';

/** Beyond these nobody asks how many there are. */
const MOST_COUNTED = 200;

/** How many tasks wait for the asker or for anybody. */
export async function countTasks(ctx: Ctx): Promise<Result<{ count: number }>> {
  let count = 0;
  for (const source of sourcesFor(ctx)) count += await source.count(ctx, MOST_COUNTED);
  return ok({ count: Math.min(count, MOST_COUNTED) });
}
