import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { auditsApi } from '../api/audits.ts';
import { checklistTaken, keepChecklist, refuseSections } from './add-checklist.ts';

type Input = z.output<(typeof auditsApi)['PUT /api/quality-checklists/{id}']['input']>;

/** Makes a new version of a checklist; what was audited stays audited by its own. */
export async function changeChecklist(
  ctx: Ctx,
  { id, version, name, sections, isArchived }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const refused = refuseSections(sections);
  if (refused) return refused;
  // quality_checklists_pkey, quality_checklists_name_key
  const { rows } = await sql<{ version: number; isOthers: boolean }>`
    select version, exists (select from quality_checklists o
                            where  o.name = ${name} and o.id <> c.id) as is_others
    from   quality_checklists c where id = ${id} for update`.execute(ctx.db);
  const [row] = rows;
  if (!row) return fail('quality.no_such_checklist');
  if (row.version !== version) return fail('quality.changed_meanwhile');
  if (row.isOthers) return checklistTaken();
  const next = { id, version: version + 1 };
  await ctx.db
    .updateTable('qualityChecklists')
    .set({ name, version: next.version, archivedAt: isArchived ? ctx.clock.now() : null })
    .where('id', '=', id)
    .execute();
  await keepChecklist(ctx, next, sections);
  const subject = { kind: 'quality_checklist', id };
  await emit(ctx, { type: 'quality.checklist_changed', subject, facts: { checklist: name } });
  return ok(next);
}
