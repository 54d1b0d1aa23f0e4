import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Finding } from '../kinds.ts';
import { lockOpenAudit } from './lock-audit.ts';
import { scoreAudit } from './score-audit.ts';

type Found = { point: string; answer: Finding; isShown: boolean };

/** Finishes an audit: every point is answered, and each that applies says by what it is known. */
export async function finishAudit(
  ctx: Ctx,
  { id }: { id: number },
): Promise<Result<{ id: number; score: number }>> {
  const locked = await lockOpenAudit(ctx, id);
  if (!locked.ok) return locked;
  // quality_findings_pkey (audit_id, point), quality_evidence_audit (audit_id, id)
  const { rows } = await sql<Found>`
    select f.point, f.answer,
           f.words <> '' or exists (select from quality_evidence e
                                    where e.audit_id = f.audit_id and e.point = f.point)
             as is_shown
    from   quality_findings f where f.audit_id = ${id}`.execute(ctx.db);
  const found = new Set(rows.map(({ point }) => point));
  if (!locked.value.points.every((point) => found.has(point))) return fail('quality.unanswered');
  if (rows.some(({ answer, isShown }) => answer !== 'na' && !isShown)) {
    return fail('quality.no_evidence');
  }
  const score = scoreAudit(rows.map(({ answer }) => answer));
  if (score === null) return fail('quality.weighs_nothing');
  // quality_audits_pkey
  await sql`update quality_audits set finished_at = ${ctx.clock.now()}, score = ${score}
            where id = ${id}`.execute(ctx.db);
  const subject = { kind: 'quality_audit', id };
  await emit(ctx, { type: 'quality.audit_finished', subject, facts: { score } });
  return ok({ id, score });
}
