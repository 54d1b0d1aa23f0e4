import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import { budgetLeft } from '../events/budget-left.ts';
import type { At } from '../events/lock-event.ts';
import { takeStock } from '../gifts/budget.ts';
import { weighGift } from '../gifts/weigh-gift.ts';
import type { Prize } from '../kinds.ts';
import { won } from './guest-rows.ts';
import { lockGuest, type StoredGuest, writeGuest } from './lock-guest.ts';

/**
 * Says that a guest was handed the prize that follows from the results: within what they may take
 * as gifts, within the event's budget, and out of stock.
 */
export async function handPrize(ctx: Ctx, at: At): Promise<Result<At>> {
  const locked = await lockGuest(ctx, at);
  if (!locked.ok) return locked;
  const guest = locked.value;
  if (guest.prize !== null) return fail('vip.prize_handed');
  if (guest.hasLeft) return fail('vip.has_left');
  const prize = await dueTo(ctx, guest);
  if (!prize) return fail('vip.no_prize');
  const { event } = guest;
  const itemId = prize === 'cup' ? event.cupItemId : event.comfortItemId;
  if (itemId === null) return fail('vip.no_prize_item');
  const { priceMinor, name } = await ctx.db
    .selectFrom('vipGiftItems')
    .select(['priceMinor', 'name'])
    .where('id', '=', itemId)
    .executeTakeFirstOrThrow();
  const refused = await weigh(ctx, guest, priceMinor);
  if (refused) return refused;
  const leftMinor = Math.max(0, await budgetLeft(ctx, event));
  if (priceMinor > leftMinor) return fail('vip.event_over_budget', { leftMinor });
  if (!(await takeStock(ctx, itemId, 1))) return fail('vip.out_of_stock');
  const handed = { handedBy: staffIdOf(ctx.actor), handedAt: ctx.clock.now() };
  const set = { prize, prizeItemId: itemId, prizeMinor: priceMinor, ...handed };
  const facts = { prize, gift: name, amountMinor: priceMinor };
  return writeGuest(ctx, guest, set, { type: 'vip.guest_awarded', facts });
}

async function dueTo(ctx: Ctx, { id }: StoredGuest): Promise<Prize | null> {
  // vip_event_guests_pkey, vip_events_pkey
  const { rows } = await sql<{ prize: Prize | null }>`
    select ${won} as prize
    from   vip_event_guests g join vip_events e on e.id = g.event_id
    where  g.id = ${id}`.execute(ctx.db);
  return rows[0]?.prize ?? null;
}

/** Their row is held, so that a gift planned beside it is weighed with the prize. */
async function weigh(ctx: Ctx, { rootId, clientKind, event }: StoredGuest, costMinor: number) {
  await sql`select from vip_clients where id = ${rootId} for update`.execute(ctx.db);
  const client = { id: rootId, kind: clientKind };
  const prize = { costMinor, recipientKind: clientKind, deliverOn: event.on, occasionKey: null };
  return weighGift(ctx, client, prize);
}
