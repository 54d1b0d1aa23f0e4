import { sql } from 'kysely';
import type { CardPart } from '../../subscribers/index.ts';
import type { Tier } from '../kinds.ts';
import { reaches } from '../reach.ts';

/** That somebody is of the programme, in one line, as a card brings it. */
export type VipLine = {
  id: number;
  state: string;
  tier: Tier | null;
  isCorporate: boolean;
  dropsOn: string | null;
  missing: { what: string; by: number }[];
  acting: string | null;
  /** The last thing they were given, and how they took it. */
  gift: { name: string; reaction: string | null; on: string } | null;
  /** The last event they were asked to. */
  event: { id: number; name: string; on: string; state: string; hasCome: boolean | null } | null;
};

/** The programme on the 360° card. */
export const vipPart: CardPart = {
  key: 'vip',
  isOurWork: true,
  load: async (ctx, ids) => {
    // vip_clients_pkey, staff_pkey, vip_gifts_subscriber, vip_event_guests_subscriber
    const { rows } = await sql<VipLine>`
      select v.id, v.state, v.tier, v.is_corporate, v.drops_on, v.missing, m.name as acting,
             (select jsonb_build_object('name', i.name, 'reaction', f.reaction,
                                        'on', f.deliver_on)
              from   vip_gifts f join vip_gift_items i on i.id = f.item_id
              where  f.subscriber_id = any(${ids}::bigint[]) and f.state = 'delivered'
              order  by f.deliver_on desc, f.id desc limit 1) as gift,
             (select jsonb_build_object('id', e.id, 'name', e.name, 'on', e."on",
                                        'state', g.state, 'hasCome', g.has_come)
              from   vip_event_guests g join vip_events e on e.id = g.event_id
              where  g.subscriber_id = any(${ids}::bigint[]) and g.state <> 'withdrawn'
              and    e.cancelled_at is null
              order  by e."on" desc, e.id desc limit 1) as event
      from   vip_clients v left join staff m on m.id = v.acting_id
      where  v.id = any(${ids}::bigint[]) and ${reaches(ctx, 'vip.work')}
      and    (v.state <> 'none' or v.is_corporate)
      order  by v.state <> 'member' limit 1`.execute(ctx.db);
    return rows[0] ?? null;
  },
};
