import { sql } from 'kysely';
import { z } from 'zod';
import { makeCursor, placeAfter } from '../../kernel/api/cursor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { auditsApi } from '../api/audits.ts';

type Route = (typeof auditsApi)['GET /api/quality-audits'];
type Listed = z.input<Route['output']>;

/** Audits, the newest first, each with the score of the one before it. */
export async function listAudits(
  ctx: Ctx,
  { cursor, limit }: z.output<Route['input']>,
): Promise<Result<Listed>> {
  const after = placeAfter(cursor, z.tuple([z.int()]));
  if (!after.ok) return after;
  const isAfter = after.value ? sql`a.id < ${after.value[0]}` : sql`true`;
  // quality_audits_pkey, quality_checklists_pkey, quality_audit_steps_audit (audit_id, id)
  const { rows } = await sql<Listed['audits'][number] & { id: number }>`
    select a.id, a.subject, c.name as checklist, a.started_at, a.finished_at, a.score,
           jsonb_build_object('id', w.id, 'name', w.name) as led_by, b.score as score_before,
           p.steps, p.steps_done
    from   quality_audits a
    join   quality_checklists c on c.id = a.checklist_id
    join   staff w on w.id = a.led_by
    left   join quality_audits b on b.id = a.previous_id
    cross  join lateral (
             select count(*)::int as steps, count(p.done_at)::int as steps_done
             from   quality_audit_steps p where p.audit_id = a.id) p
    where  ${isAfter} order by a.id desc limit ${limit + 1}`.execute(ctx.db);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return ok({ audits: shown, nextCursor: last ? makeCursor([last.id]) : null });
}
