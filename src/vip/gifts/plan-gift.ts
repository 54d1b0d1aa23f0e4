import { sql } from 'kysely';
import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Fail, fail, ok, type Result } from '../../kernel/result.ts';
import { daysAfter, today } from '../../subscribers/index.ts';
import type { giftsApi } from '../api/gifts.ts';
import { readComing } from '../occasions/occasion-rows.ts';
import { type Client, holdClient } from '../reach.ts';
import type { OccasionKind, Tier } from '../kinds.ts';
import { loadGiftSettings, mostOf } from './settings.ts';

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
  const refused = await refuse(ctx, client, { ...gift, costMinor });
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

type Weighed = Omit<Input, 'id'> & { costMinor: number };

async function refuse(ctx: Ctx, client: Client, gift: Weighed): Promise<Fail | null> {
  const settings = await loadGiftSettings(ctx);
  const most = mostOf(settings, gift.recipientKind);
  if (gift.costMinor > most) {
    const code = 'vip.gift_over_limit';
    return fail(code, { mostMinor: most }, { recipientKind: code });
  }
  const year = gift.deliverOn.slice(0, 4);
  // subscribers_root (root_id), vip_gifts_subscriber (subscriber_id, deliver_on)
  const { rows } = await sql<{ givenMinor: number }>`
    select coalesce(sum(f.cost_minor), 0)::bigint as given_minor
    from   subscribers m join vip_gifts f on f.subscriber_id = m.id
    where  m.root_id = ${client.id} and f.state not in ('refused', 'cancelled')
    and    f.deliver_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date`.execute(
    ctx.db,
  );
  const whole = (rows[0]?.givenMinor ?? 0) + gift.costMinor;
  if (whole <= settings.yearMostMinor) return null;
  return fail('vip.gifts_over_year', { mostMinor: settings.yearMostMinor });
}

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
  { costMinor, occasionKind, ...gift }: Weighed & { occasionKind: OccasionKind | null },
): Promise<{ id: number; version: number }> {
  const plannedBy = staffIdOf(ctx.actor);
  const { secondFromMinor } = await loadGiftSettings(ctx);
  const isOwn =
    plannedBy !== null && [client.actingId, client.personalManagerId].includes(plannedBy);
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
      needsSecond: isOwn && costMinor >= secondFromMinor,
    })
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow();
}
