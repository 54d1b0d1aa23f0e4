import type { Ctx } from '../../kernel/context.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { isReason } from '../deals/is-reason.ts';
import { decideLead } from './decide-lead.ts';
import { lockNewLead } from './lead-rows.ts';

type Input = { id: number; version: number; reasonId: number; note: string };

/** Says that nothing comes of a lead, with a reason from the dictionary. */
export async function declineLead(
  ctx: Ctx,
  { id, version, reasonId, note }: Input,
): Promise<Result<Done>> {
  const locked = await lockNewLead(ctx, { id, version });
  if (!locked.ok) return locked;
  if (!(await isReason(ctx, reasonId))) return fail('sales.no_such_reason');
  const because = { declineReasonId: reasonId, declineNote: note };
  await decideLead(ctx, locked.value, { state: 'declined', ...because });
  return ok({});
}
