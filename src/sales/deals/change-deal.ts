import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { DealFields } from '../api/shapes.ts';
import { findConnection } from '../connecting/refuse-connected.ts';
import { checkFields } from './check-fields.ts';
import { lockDeal } from './lock-deal.ts';
import { overlaid } from './values.ts';
import { writeDeal } from './write-deal.ts';

type Input = DealFields & { id: number; version: number };

/**
 * Changes the fields given. Whoever would write over somebody else's change is told so. Once a deal
 * is connected, its subscriber is whose the account is.
 */
export async function changeDeal(
  ctx: Ctx,
  { id, version, ...given }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockDeal(ctx, id, version);
  if (!locked.ok) return locked;
  const checked = await checkFields(ctx, given);
  if (!checked.ok) return checked;
  const { subscriberId = locked.value.subscriberId } = checked.value;
  if (subscriberId !== locked.value.subscriberId && (await findConnection(ctx, id))) {
    return fail('sales.buyer_settled', {}, { subscriberId: 'sales.buyer_settled' });
  }
  const after = overlaid(locked.value, checked.value);
  return ok({ id, version: await writeDeal(ctx, locked.value, after) });
}
