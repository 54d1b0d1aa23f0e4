import { sql, type Updateable } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { DB } from '../../kernel/db/connect.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { holdSubscriber } from '../../subscribers/index.ts';
import type { RecipientKind } from '../kinds.ts';
import { reaches, type VipPermission } from '../reach.ts';

export type StoredGift = {
  id: number;
  version: number;
  rootId: number;
  clientKind: 'person' | 'organisation';
  deliverOn: string;
  occasionKey: string | null;
  recipientKind: RecipientKind;
  tier: 'profitable' | 'high' | 'very_high';
  month: string;
  itemId: number;
  item: string;
  count: number;
  costMinor: number;
  state: string;
  plannedBy: number | null;
  needsSecond: boolean;
  approvedBy: number | null;
  deliveredBy: number | null;
  deliveredAt: Date | null;
  wasDelivered: boolean;
  reaction: string | null;
  hasLeft: boolean;
};

export type At = { id: number; version: number };

/**
 * A gift's row, locked for whoever reaches its client and has seen that version. An erasure waits,
 * and of an erased one nothing more is kept.
 */
export async function lockGift(
  ctx: Ctx,
  { id, version }: At,
  permission: VipPermission,
): Promise<Result<StoredGift>> {
  // vip_gifts_pkey. Whom it is for is held first, as an erasure begins with them.
  const { rows: whose } = await sql<{ subscriberId: number }>`
    select subscriber_id from vip_gifts where id = ${id}`.execute(ctx.db);
  const [of] = whose;
  if (!of || !(await holdSubscriber(ctx, of.subscriberId))) return fail('vip.no_such_gift');
  // vip_gifts_pkey, subscribers_pkey, vip_clients_pkey
  const { rows } = await sql<StoredGift>`
    select f.id, f.version, r.id as root_id, r.kind as client_kind, f.deliver_on, f.occasion_key,
           f.recipient_kind, f.tier, f.month, f.item_id, i.name as item, f.count, f.cost_minor, f.state,
           f.planned_by, f.needs_second, f.approved_by, f.delivered_by, f.delivered_at,
           f.was_delivered, f.reaction,
           r.status = 'left' or r.erased_at is not null as has_left
    from   vip_gifts f
    join   subscribers s on s.id = f.subscriber_id
    join   subscribers r on r.id = s.root_id
    join   vip_clients v on v.id = r.id
    join   vip_gift_items i on i.id = f.item_id
    where  f.id = ${id} and ${reaches(ctx, permission)}
    for    update of f`.execute(ctx.db);
  const [row] = rows;
  if (!row) return fail('vip.no_such_gift');
  return row.version === version ? ok(row) : fail('vip.changed_meanwhile');
}

/** The one way in which a locked gift changes. */
export async function writeGift(
  ctx: Ctx,
  row: StoredGift,
  set: Updateable<DB['vipGifts']>,
  told: { type: `vip.gift_${string}`; facts?: object; note?: string },
): Promise<Result<At>> {
  const version = row.version + 1;
  await ctx.db
    .updateTable('vipGifts')
    .set({ ...set, version })
    .where('id', '=', row.id)
    .execute();
  const { type, facts = {}, note = '' } = told;
  await emit(ctx, {
    type,
    subject: { kind: 'vip_gift', id: row.id },
    subscriberId: row.rootId,
    facts: { gift: row.item, amountMinor: row.costMinor, ...facts },
    ...(note === '' ? {} : { personal: { note } }),
  });
  return ok({ id: row.id, version });
}
