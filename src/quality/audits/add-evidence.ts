import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { auditsApi } from '../api/audits.ts';
import { lockOpenAudit } from './lock-audit.ts';

type Route = (typeof auditsApi)['POST /api/quality-audits/{id}/evidence'];

/** Keeps by what a finding is known. */
export async function addEvidence(
  ctx: Ctx,
  { id, point, words, link }: z.output<Route['input']>,
): Promise<Result<{ id: number }>> {
  const locked = await lockOpenAudit(ctx, id, point);
  if (!locked.ok) return locked;
  const made = await ctx.db
    .insertInto('qualityEvidence')
    .values({ auditId: id, point, words, link })
    .returning('id')
    .executeTakeFirstOrThrow();
  return ok(made);
}

/** Takes evidence back while its audit is under way. */
export async function removeEvidence(
  ctx: Ctx,
  { id }: { id: number },
): Promise<Result<{ id: number }>> {
  // quality_evidence_pkey
  const { rows } = await sql<{ auditId: number }>`
    select audit_id from quality_evidence where id = ${id}`.execute(ctx.db);
  const [evidence] = rows;
  if (!evidence) return fail('quality.no_such_evidence');
  const locked = await lockOpenAudit(ctx, evidence.auditId);
  if (!locked.ok) return fail('quality.audit_finished');
  const gone = await sql<{ id: number }>`
    delete from quality_evidence where id = ${id} returning id`.execute(ctx.db);
  return gone.rows[0] ? ok({ id }) : fail('quality.no_such_evidence');
}
