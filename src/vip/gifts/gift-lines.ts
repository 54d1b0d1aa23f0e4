import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { daysAfter, today } from '../../subscribers/index.ts';
import type { SheetLine } from '../slots.ts';

/** Gifts that are approved and to be delivered within days. */
const AHEAD_DAYS = 7;

/** Gifts to deliver, and gifts of which it was not recorded how they were taken. */
export async function giftLines(ctx: Ctx, ids: readonly number[]): Promise<SheetLine[]> {
  const day = today(ctx);
  // subscribers_root (root_id), vip_gifts_subscriber (subscriber_id, deliver_on)
  const { rows } = await sql<SheetLine>`
    select m.root_id as subscriber_id, 'gift' as kind, 'gift:' || f.id || ':' || f.state as key,
           f.deliver_on as "on", i.name || ' · ' || f.recipient as words,
           '/vip/clients/' || m.root_id as path
    from   subscribers m
    join   vip_gifts f on f.subscriber_id = m.id
    join   vip_gift_items i on i.id = f.item_id
    where  m.root_id = any(${ids}::bigint[])
    and   (f.state = 'approved' and f.deliver_on <= ${daysAfter(day, AHEAD_DAYS)}::date
           or f.state = 'delivered' and f.reaction is null
              and f.deliver_on > ${daysAfter(day, -30)}::date)
    order  by f.deliver_on, f.id`.execute(ctx.db);
  return rows;
}
