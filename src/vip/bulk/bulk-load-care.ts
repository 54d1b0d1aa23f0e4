import { loadEvents } from '../../kernel/events/load-events.ts';
import type { BulkCtx } from '../../kernel/db/bulk.ts';
import { today } from '../../subscribers/index.ts';
import type { RecipientKind, Tier } from '../kinds.ts';

export type OccasionLoad = {
  subscriberId: number;
  kind: 'head' | 'contact' | 'company' | 'own';
  name: string;
  month: number;
  day: number;
  year: number | null;
};

export type GiftLoad = {
  subscriberId: number;
  tier: Tier;
  itemId: number;
  gift: string;
  costMinor: number;
  recipient: string;
  recipientKind: RecipientKind;
  deliverOn: string;
  plannedBy: number;
  plannedAt: Date;
  approvedBy: number | null;
  deliveredAt: Date | null;
  reaction: 'delighted' | 'thanked' | 'calm' | null;
  reactionNote: string;
};

type Care = {
  occasions: readonly OccasionLoad[];
  gifts: readonly GiftLoad[];
  /** What the gifts of a month may cost, `YYYY-MM-01`. */
  budgets: readonly { month: string; tier: Tier; amountMinor: number }[];
};

/** Days of clients and what they were given, as a base brings them: history, no news. */
export async function bulkLoadCare(
  ctx: BulkCtx,
  { occasions, gifts, budgets }: Care,
): Promise<void> {
  const confirmedOn = today(ctx);
  for (const one of occasions) {
    await ctx.db
      .insertInto('vipOccasions')
      .values({ ...one, confirmedOn })
      .execute();
  }
  for (const one of budgets) {
    await ctx.db
      .insertInto('vipBudgets')
      .values({ ...one, isSet: true })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  const ids: number[] = [];
  for (const { gift: _, ...one } of gifts) ids.push(await insertGift(ctx, one));
  await loadEvents(
    ctx,
    gifts.flatMap((one, at) => toldOf(one, ids[at] ?? 0)),
  );
}

async function insertGift(ctx: BulkCtx, one: Omit<GiftLoad, 'gift'>): Promise<number> {
  const { deliverOn, plannedAt, approvedBy, deliveredAt, reaction } = one;
  const state = deliveredAt ? 'delivered' : approvedBy === null ? 'proposed' : 'approved';
  const { id } = await ctx.db
    .insertInto('vipGifts')
    .values({
      ...one,
      month: `${deliverOn.slice(0, 7)}-01`,
      count: 1,
      state,
      wasDelivered: deliveredAt !== null,
      deliveredBy: deliveredAt ? one.plannedBy : null,
      approvedAt: approvedBy === null ? null : plannedAt,
      reactedAt: reaction === null ? null : deliveredAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** How it reads on the client's timeline. */
function toldOf({ subscriberId, gift, costMinor, ...one }: GiftLoad, subjectId: number) {
  const { plannedAt, deliveredAt, reaction } = one;
  const facts = { gift, amountMinor: costMinor };
  const of = { subjectKind: 'vip_gift', subjectId, subscriberId };
  const past = (type: string, occurredAt: Date, more: object = {}) => ({
    ...of,
    type: `vip.gift_${type}`,
    occurredAt,
    recordedAt: occurredAt,
    facts: { ...facts, ...more },
  });
  return [
    past('planned', plannedAt),
    ...(deliveredAt ? [past('delivered', deliveredAt)] : []),
    ...(deliveredAt && reaction ? [past('taken', deliveredAt, { reaction })] : []),
  ];
}
