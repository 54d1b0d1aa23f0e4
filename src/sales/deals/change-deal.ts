import { type Ctx, reachOf } from '../../kernel/context.ts';
import { type Fail, fail, ok, type Result } from '../../kernel/result.ts';
import type { DealFields } from '../api/shapes.ts';
import { findConnection } from '../connecting/refuse-connected.ts';
import { checkFields } from './check-fields.ts';
import { refuseEmptied } from './enter-stage.ts';
import { lockDeal } from './lock-deal.ts';
import { overlaid, type Stored, type Values } from './values.ts';
import { writeDeal } from './write-deal.ts';

/** By these a closed deal is counted. */
const counted = ['monthlyMinor', 'onceMinor', 'sourceId', 'campaign'] as const;

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
  const refused = refuseSettled(ctx, locked.value, after);
  if (refused) return refused;
  const emptied = await refuseEmptied(ctx, locked.value, after);
  if (emptied) return emptied;
  return ok({ id, version: await writeDeal(ctx, locked.value, after) });
}

/** What a closed deal has brought, and by what, is put right by whoever leads sales alone. */
function refuseSettled(ctx: Ctx, before: Stored, after: Values): Fail | null {
  if (before.state === 'open' || reachOf(ctx.actor, 'sales.manage')) return null;
  const changed = counted.filter((field) => after[field] !== before[field]);
  if (changed.length === 0) return null;
  const code = 'sales.figures_settled';
  return fail(code, {}, Object.fromEntries(changed.map((field) => [field, code])));
}
