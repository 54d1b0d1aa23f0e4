import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { checkFields } from '../deals/check-fields.ts';
import { lockDeal } from '../deals/lock-deal.ts';
import { writeDeal } from '../deals/write-deal.ts';
import { lockGuided } from './lock-guided.ts';
import { recommendNow } from './recommend-now.ts';
import { untaken, writeGuided } from './write-guided.ts';

type Input = { id: number; version: number; buildingId: number; flat: string };

/** Says where the person lives: what can be had there is what is recommended from. */
export async function setAddress(
  ctx: Ctx,
  { id, version, buildingId, flat }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockGuided(ctx, id, version);
  if (!locked.ok) return locked;
  const { dealId, dealVersion } = locked.value;
  const place = await checkFields(ctx, { buildingId, flat });
  if (!place.ok) return place;
  const deal = await lockDeal(ctx, dealId, dealVersion);
  if (!deal.ok) return deal;
  if (deal.value.state !== 'open') return fail('sales.deal_closed');
  await writeDeal(ctx, deal.value, { ...deal.value, buildingId, flat });
  const before = locked.value.buildingId;
  const isMoved = before !== buildingId;
  // What the agent knows of one house says nothing of another, nor what its connection costs.
  const known = before !== null && isMoved ? { technology: null, lineKbps: null } : {};
  const line = { ...known, ...(isMoved && { metres: null }) };
  const row = { ...locked.value, buildingId, flat, ...line };
  const forgotten = await recommendNow(ctx, row);
  return ok(await writeGuided(ctx, row, { ...line, ...(isMoved ? untaken : forgotten) }));
}
