import { sql } from 'kysely';
import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { daysAfter, today } from '../../subscribers/index.ts';
import type { giftsApi } from '../api/gifts.ts';
import { readComing } from '../occasions/occasion-rows.ts';
import { type Client, holdClient } from '../reach.ts';
import type { OccasionKind, Tier } from '../kinds.ts';
import { needsSecond } from './needs-second.ts';
import { weighGift } from './weigh-gift.ts';

type Input = z.output<(typeof giftsApi)['POST /api/vip/{id}/gifts']['input']>;

/**
 * Plans a gift: within what the law lets this recipient take, and what all gifts of the year may
 * come to. Money and stock are taken when it is approved, by somebody else.
 */
export async function planGift(
  ctx: Ctx,
  { id: givenId, ...gift }: Input,
): Promise<Result<{ id: number; version: number }>> {
  if (gift.deliverOn < today(ctx)) {
    return fail('vip.term_past', {}, { deliverOn: 'vip.term_past' });
  }
  const held = await holdClient(ctx, givenId);
  if (!held.ok) return held;
  const client = held.value;
  if (client.hasLeft) return fail('vip.has_left');
  const item = await ctx.db
    .selectFrom('vipGiftItems')
    .select(['id', 'name', 'priceMinor'])
    .where('id', '=', gift.itemId)
    .where('archivedAt', 'is', null)
    .executeTakeFirst();
  if (!item) return fail('vip.no_such_item', {}, { itemId: 'vip.no_such_item' });
  const costMinor = item.priceMinor * gift.count;
  // Held, so that two gifts at once are not each weighed without the other.
  await sql`select from vip_clients where id = ${client.id} for update`.execute(ctx.db);
  const refused = await weighGift(ctx, client, { ...gift, costMinor });
  if (refused) return refused;
  const occasionKind = await occasionOf(ctx, client, gift);
  if (gift.occasionKey !== null && occasionKind === null) return fail('vip.no_such_occasion');
  const made = await insert(ctx, client, { ...gift, costMinor, occasionKind });
  await emit(ctx, {
    type: 'vip.gift_planned',
    subject: { kind: 'vip_gift', id: made.id },
    subscriberId: client.id,
    facts: { gift: item.name, amountMinor: costMinor },
  });
  return ok(made);
}

type Wanted = Omit<Input, 'id'> & { costMinor: number };

/** A day of this client within a month of the delivery. */
async function occasionOf(
  ctx: Ctx,
  client: Client,
  { occasionKey, deliverOn }: Omit<Input, 'id'>,
): Promise<OccasionKind | null> {
  if (occasionKey === null) return null;
  const near = { from: daysAfter(deliverOn, -31), to: daysAfter(deliverOn, 31) };
  const days = await readComing(ctx, sql`v.id = ${client.id}`, near);
  return days.find(({ key }) => key === occasionKey)?.kind ?? null;
}

async function insert(
  ctx: Ctx,
  client: Client,
  { costMinor, occasionKind, ...gift }: Wanted & { occasionKind: OccasionKind | null },
): Promise<{ id: number; version: number }> {
  const plannedBy = staffIdOf(ctx.actor);
  const { deliverOn } = gift;
  const asked = { rootId: client.id, deliverOn, plannedBy, approvers: [], newMinor: costMinor };
  return ctx.db
    .insertInto('vipGifts')
    .values({
      subscriberId: client.id,
      tier: (client.tier ?? 'profitable') as Tier,
      month: `${gift.deliverOn.slice(0, 7)}-01`,
      ...gift,
      occasionKind,
      costMinor,
      plannedBy,
      plannedAt: ctx.clock.now(),
      needsSecond: await needsSecond(ctx, asked),
    })
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow();
}
