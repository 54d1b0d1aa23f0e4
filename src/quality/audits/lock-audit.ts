import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { auditsApi } from '../api/audits.ts';

export type Sections = z.output<
  (typeof auditsApi)['POST /api/quality-checklists']['input']
>['sections'];
type Locked = { isFinished: boolean; points: string[] };

/** An audit with the keys of its points, locked. */
export async function lockAudit(ctx: Ctx, id: number): Promise<Result<Locked>> {
  // quality_audits_pkey, quality_checklist_versions_pkey (checklist_id, version)
  const { rows } = await sql<{ isFinished: boolean; sections: Sections }>`
    select a.finished_at is not null as is_finished, v.sections
    from   quality_audits a
    join   quality_checklist_versions v
           on v.checklist_id = a.checklist_id and v.version = a.checklist_version
    where  a.id = ${id} for update of a`.execute(ctx.db);
  const [row] = rows;
  if (!row) return fail('quality.no_such_audit');
  const points = row.sections.flatMap((section) => section.points.map(({ key }) => key));
  return ok({ isFinished: row.isFinished, points });
}

/** One that is under way, and has such a point where one is named. */
export async function lockOpenAudit(ctx: Ctx, id: number, point?: string): Promise<Result<Locked>> {
  const locked = await lockAudit(ctx, id);
  if (!locked.ok) return locked;
  if (locked.value.isFinished) return fail('quality.audit_finished');
  const isThere = point === undefined || locked.value.points.includes(point);
  return isThere ? locked : fail('quality.no_such_point');
}
