import { sql } from 'kysely';
import { me } from '../../conversations/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';

/** Begins to audit a department; its last audit by the same checklist is the one before. */
export async function startAudit(
  ctx: Ctx,
  { checklistId, subject }: { checklistId: number; subject: string },
): Promise<Result<{ id: number }>> {
  // quality_checklists_pkey, quality_audits_subject (checklist_id, subject, finished_at desc)
  const { rows } = await sql<{ version: number; previousId: number | null }>`
    select c.version, (select a.id from quality_audits a
                       where  a.checklist_id = c.id and a.subject = ${subject}
                       and    a.finished_at is not null
                       order  by a.finished_at desc, a.id desc limit 1) as previous_id
    from   quality_checklists c
    where  c.id = ${checklistId} and c.archived_at is null for share`.execute(ctx.db);
  const [checklist] = rows;
  if (!checklist) return fail('quality.no_such_checklist');
  // quality_audits_open (checklist_id, subject) where finished_at is null
  const made = await ctx.db
    .insertInto('qualityAudits')
    .values({
      checklistId,
      checklistVersion: checklist.version,
      subject,
      previousId: checklist.previousId,
      ledBy: me(ctx),
      startedAt: ctx.clock.now(),
    })
    .onConflict((conflict) =>
      conflict.columns(['checklistId', 'subject']).where('finishedAt', 'is', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  if (!made) return fail('quality.under_way');
  await emit(ctx, {
    type: 'quality.audit_started',
    subject: { kind: 'quality_audit', id: made.id },
    facts: { checklistId, subject },
  });
  return ok(made);
}
