import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import { usedScript } from './script-rows.ts';
import { lockScript, writeScript } from './write-script.ts';

type Input = { id: number; version: number; isArchived: boolean };

/** Puts a script away, or back again. The one in use stays: sales have to begin with one. */
export async function archiveScript(
  ctx: Ctx,
  { id, version, isArchived }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockScript(ctx, id, version);
  if (!locked.ok) return locked;
  const { rows } = await sql<{ id: number }>`${usedScript}`.execute(ctx.db);
  if (isArchived && rows[0]?.id === id) return fail('sales.script_used');
  const archivedAt = isArchived ? ctx.clock.now() : null;
  const type = isArchived ? 'archived' : 'unarchived';
  return writeScript(ctx, locked.value, { archivedAt }, type);
}
