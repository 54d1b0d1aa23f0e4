import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Step } from './steps.ts';

export type Script = {
  id: number;
  version: number;
  name: string;
  draft: Step[] | null;
  currentId: number | null;
  position: number;
  archivedAt: Date | null;
};

/**
 * A script, locked for a write.
 * @param version what the writer has seen; a change since then is a failure, never overwritten
 */
export async function lockScript(ctx: Ctx, id: number, version: number): Promise<Result<Script>> {
  const { rows } = await sql<Script>`
    select id, version, name, draft, current_id, position, archived_at
    from   sale_scripts where id = ${id} for update`.execute(ctx.db);
  const [row] = rows;
  if (!row) return fail('sales.no_such_script');
  return row.version === version ? ok(row) : fail('sales.script_changed');
}

type Changes = Partial<Omit<Script, 'id' | 'version' | 'draft'>> & {
  draft?: readonly Step[] | null;
};

/** The one way in which a locked script changes. @param type of the event that tells of it */
export async function writeScript(
  ctx: Ctx,
  before: Script,
  { draft, ...changes }: Changes,
  type: string,
  facts: Record<string, unknown> = {},
): Promise<Result<{ id: number; version: number }>> {
  const { id } = before;
  const version = before.version + 1;
  const draftedAt = draft ? ctx.clock.now() : null;
  const draftedBy = draft ? staffIdOf(ctx.actor) : null;
  await ctx.db
    .updateTable('saleScripts')
    .set({
      ...changes,
      ...(draft !== undefined && {
        draft: draft && JSON.stringify(draft),
        draftedAt,
        draftedBy,
      }),
      version,
    })
    .where('id', '=', id)
    .execute();
  const name = changes.name ?? before.name;
  await emit(ctx, {
    type: `sales.script_${type}`,
    subject: { kind: 'sale_script', id },
    facts: { name, ...facts },
  });
  return ok({ id, version });
}

/** Whether another script is called so already. */
export async function isNameTaken(ctx: Ctx, name: string, id: number | null): Promise<boolean> {
  // sale_scripts_name_key
  const { rows } = await sql`
    select from sale_scripts where name = ${name} and id is distinct from ${id}`.execute(ctx.db);
  return rows.length > 0;
}
