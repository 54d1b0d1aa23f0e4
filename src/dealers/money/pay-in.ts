import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { findDealer } from '../people/find-dealer.ts';
import { postPaidIn } from './post-paid-in.ts';

type PaidIn = { id: number; amountMinor: number; way: 'cash' | 'bank'; document: string };

/** What a dealer has paid of its debt. */
export async function payIn(ctx: Ctx, input: PaidIn): Promise<Result<{ id: number }>> {
  const { amountMinor, way, document } = input;
  const found = await findDealer(ctx, input.id, 'dealers.manage', { isLocked: true });
  if (!found.ok) return found;
  const { id: dealerId, currency } = found.value;
  const posted = await postPaidIn(ctx, found.value, { amountMinor, way, document });
  if (!posted.ok) return posted;
  await emit(ctx, {
    type: 'dealers.paid_in',
    subject: { kind: 'dealer', id: dealerId },
    facts: { amountMinor, currency, way },
  });
  return ok({ id: posted.value });
}
