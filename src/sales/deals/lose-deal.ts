import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { isReason } from './is-reason.ts';
import { lockDeal } from './lock-deal.ts';
import { writeDeal } from './write-deal.ts';

type Input = { id: number; version: number; reasonId: number; note: string };

/** Says that a deal is lost, with a reason from the dictionary. */
export async function loseDeal(
  ctx: Ctx,
  { id, version, reasonId, note }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockDeal(ctx, id, version);
  if (!locked.ok) return locked;
  if (locked.value.state !== 'open') return fail('sales.deal_closed');
  if (!(await isReason(ctx, reasonId))) return fail('sales.no_such_reason');
  const lost = { state: 'lost' as const, lostReasonId: reasonId, lostNote: note };
  return ok({ id, version: await writeDeal(ctx, locked.value, { ...locked.value, ...lost }) });
}
