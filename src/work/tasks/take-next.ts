import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { nextTasks } from './list-tasks.ts';
import { sourcesFor } from './task-sources.ts';

/** So many may be taken by colleagues while one looks. */
const MOST_LOOKED_AT = 20;

type Taken = { task: { kind: string; id: number } | null };

/** Takes the most urgent of nobody's tasks upon whoever acts; none where nothing waits. */
export async function takeNext(ctx: Ctx): Promise<Result<Taken>> {
  const sources = new Map(sourcesFor(ctx).map((source) => [source.kind, source]));
  const free = await nextTasks(ctx, { after: null, limit: MOST_LOOKED_AT, isNobodys: true });
  for (const { kind, id } of free) {
    const taken = await sources.get(kind)?.take(ctx, id);
    if (taken?.ok) return ok({ task: { kind, id } });
  }
  return ok({ task: null });
}
