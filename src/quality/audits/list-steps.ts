import { type Expression, type SqlBool, sql } from 'kysely';
import type { z } from 'zod';
import { type Ctx, reachOf } from '../../kernel/context.ts';
import { visibleTo } from '../../kernel/db/visible-to.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import type { auditsApi } from '../api/audits.ts';

type Listed = z.input<(typeof auditsApi)['GET /api/quality-audit-steps']['output']>;

const MOST_SHOWN = 200;

/** What a `quality_audit_steps p` of `staff w` shows. */
export const stepColumns = sql`
  p.id, p.point, p.words, jsonb_build_object('id', w.id, 'name', w.name) as staff, p.due_on,
  p.done_at, (select b.name from staff b where b.id = p.done_by) as done_by, p.done_words`;

/** Which `quality_audit_steps p` of `staff w` the actor may see: those of people in reach. */
export const stepsWithin = (ctx: Ctx): Expression<SqlBool> =>
  reachOf(ctx.actor, 'quality.audit') === null
    ? visibleTo(ctx, 'quality.view', { owner: 'p.staffId', team: 'w.teamId' })
    : sql<SqlBool>`true`;

/** What is still to be done after audits, the earliest due first. */
export async function listSteps(ctx: Ctx): Promise<Result<Listed>> {
  // quality_audit_steps_open (staff_id, due_on, id) where done_at is null, quality_audits_pkey
  const { rows } = await sql<Listed['steps'][number]>`
    select ${stepColumns}, p.audit_id, a.subject, p.due_on < ${today(ctx)}::date as is_late
    from   quality_audit_steps p
    join   quality_audits a on a.id = p.audit_id
    join   staff w on w.id = p.staff_id
    where  p.done_at is null and ${stepsWithin(ctx)}
    order  by p.due_on, p.id limit ${MOST_SHOWN}`.execute(ctx.db);
  return ok({ steps: rows });
}
