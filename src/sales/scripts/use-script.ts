import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import { lockScript, writeScript } from './write-script.ts';

/** Puts a script before all others: new sales begin with it. */
export async function useScript(
  ctx: Ctx,
  { id, version }: { id: number; version: number },
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockScript(ctx, id, version);
  if (!locked.ok) return locked;
  if (locked.value.currentId === null) return fail('sales.script_unpublished');
  const { rows } = await sql<{ least: number }>`
    select min(position) as least from sale_scripts`.execute(ctx.db);
  const position = (rows[0]?.least ?? 0) - 1;
  return writeScript(ctx, locked.value, { position, archivedAt: null }, 'used');
}
