import { sql, type SqlBool } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { CorrectionState } from '../api/correction-kinds.ts';
import { lockCorrection, settle } from './lock-correction.ts';
import { tellStep } from './step.ts';

/** Takes one's own proposal back while nobody has decided on it. */
export async function withdrawCorrection(
  ctx: Ctx,
  { id }: { id: number },
): Promise<Result<{ id: number; state: CorrectionState }>> {
  const isMine = sql<SqlBool>`c.proposed_by = ${staffIdOf(ctx.actor)}`;
  const locked = await lockCorrection(ctx, id, isMine);
  if (!locked.ok) return locked;
  if (locked.value.state !== 'proposed') return fail('billing.already_decided');
  await settle(ctx, id, { state: 'withdrawn' });
  await tellStep(ctx, 'withdrawn', locked.value);
  return ok({ id, state: 'withdrawn' });
}
