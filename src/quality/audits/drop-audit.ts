import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { lockOpenAudit } from './lock-audit.ts';

/** Gives up an audit that is under way; what was found in it goes with it. */
export async function dropAudit(ctx: Ctx, { id }: { id: number }): Promise<Result<{ id: number }>> {
  const locked = await lockOpenAudit(ctx, id);
  if (!locked.ok) return locked;
  // quality_audits_pkey
  await sql`delete from quality_audits where id = ${id}`.execute(ctx.db);
  const subject = { kind: 'quality_audit', id };
  await emit(ctx, { type: 'quality.audit_dropped', subject, facts: {} });
  return ok({ id });
}
