import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { auditsApi } from '../api/audits.ts';
import { stepColumns } from './list-steps.ts';

type Audit = z.input<(typeof auditsApi)['GET /api/quality-audits/{id}']['output']>;
type Head = Omit<Audit, 'findings' | 'evidence' | 'steps' | 'previous'>;
type Before = Omit<NonNullable<Audit['previous']>, 'findings'>;

/** One audit, with what was found the time before and is left of its plan. */
export async function showAudit(ctx: Ctx, { id }: { id: number }): Promise<Result<Audit>> {
  // quality_audits_pkey, quality_checklist_versions_pkey (checklist_id, version)
  const { rows } = await sql<Head & { previousId: number | null }>`
    select a.id, a.subject, a.started_at, a.finished_at, a.score, a.previous_id, v.sections,
           jsonb_build_object('id', w.id, 'name', w.name) as led_by,
           jsonb_build_object('id', c.id, 'name', c.name, 'version', v.version) as checklist
    from   quality_audits a
    join   quality_checklists c on c.id = a.checklist_id
    join   quality_checklist_versions v
           on v.checklist_id = a.checklist_id and v.version = a.checklist_version
    join   staff w on w.id = a.led_by
    where  a.id = ${id}`.execute(ctx.db);
  const [row] = rows;
  if (!row) return fail('quality.no_such_audit');
  const { previousId, ...head } = row;
  const [findings, evidence, steps, previous] = await Promise.all([
    findingsOf(ctx, id),
    evidenceOf(ctx, id),
    stepsOf(ctx, id),
    previousId === null ? null : before(ctx, previousId),
  ]);
  return ok({ ...head, findings, evidence, steps, previous });
}

async function findingsOf(ctx: Ctx, id: number): Promise<Audit['findings']> {
  // quality_findings_pkey (audit_id, point)
  const { rows } = await sql<Audit['findings'][number]>`
    select point, answer, words from quality_findings where audit_id = ${id}`.execute(ctx.db);
  return rows;
}

async function evidenceOf(ctx: Ctx, id: number): Promise<Audit['evidence']> {
  // quality_evidence_audit (audit_id, id)
  const { rows } = await sql<Audit['evidence'][number]>`
    select id, point, words, link from quality_evidence
    where  audit_id = ${id} order by id limit 500`.execute(ctx.db);
  return rows;
}

async function stepsOf(ctx: Ctx, id: number): Promise<Audit['steps']> {
  // quality_audit_steps_audit (audit_id, id)
  const { rows } = await sql<Audit['steps'][number]>`
    select ${stepColumns} from quality_audit_steps p join staff w on w.id = p.staff_id
    where  p.audit_id = ${id} order by p.due_on, p.id limit 500`.execute(ctx.db);
  return rows;
}

async function before(ctx: Ctx, id: number): Promise<Audit['previous']> {
  // quality_audits_pkey, quality_audit_steps_audit (audit_id, id)
  const { rows } = await sql<Before>`
    select a.id, a.finished_at, a.score,
           coalesce((select jsonb_agg(jsonb_build_object('point', p.point, 'words', p.words)
                                      order by p.id)
                     from   quality_audit_steps p
                     where  p.audit_id = a.id and p.done_at is null), '[]') as steps_left
    from   quality_audits a where a.id = ${id}`.execute(ctx.db);
  const [row] = rows;
  return row ? { ...row, findings: await findingsOf(ctx, id) } : null;
}
