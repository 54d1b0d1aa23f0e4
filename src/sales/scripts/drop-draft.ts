import type { Ctx } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import { lockScript, writeScript } from './write-script.ts';

/** Throws a draft away: the script is again as it was published. */
export async function dropDraft(
  ctx: Ctx,
  { id, version }: { id: number; version: number },
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockScript(ctx, id, version);
  if (!locked.ok) return locked;
  if (locked.value.currentId === null) return fail('sales.script_unpublished');
  return writeScript(ctx, locked.value, { draft: null }, 'draft_dropped');
}
