import { type Expression, type RawBuilder, sql, type SqlBool } from 'kysely';
import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { isVeiledOf, veiledNow } from '../../kernel/veil.ts';
import type { Guest } from '../api/guests.ts';
import { reaches } from '../reach.ts';

type Shown = z.input<typeof Guest>;

/** Whoever works on a client sees them as a guest; whoever is in charge of event `e` sees all. */
export const reachesGuest = (ctx: Ctx): Expression<SqlBool> =>
  sql<SqlBool>`(${reaches(ctx, 'vip.work')}
    or coalesce(e.in_charge_id = ${staffIdOf(ctx.actor)}::bigint, false))`;

/**
 * What guest `g` of event `e` has won by the results: a cup in the first place, else
 * something that consoles, for everybody who came. Before there are results nobody anything.
 */
export const won = sql`case
  when e.is_contest and g.has_come
   -- vip_event_teams_event_id_id_key
   and exists (select from vip_event_teams w where w.event_id = e.id and w.place = 1)
  then case when (select w.place from vip_event_teams w where w.id = g.team_id) = 1
       then 'cup' else 'comfort' end end`;

/** What guest `g` is to be handed: what they have won, where event `e` gives such a thing. */
export const prizeDue = sql`case ${won}
  when 'cup' then case when e.cup_item_id is not null then 'cup' end
  when 'comfort' then case when e.comfort_item_id is not null then 'comfort' end end`;

/** Whether what was written to guest `g` never left, and nobody has told them by hand. */
export const isLost = sql`exists (
  -- outgoing_messages_pkey
  select from outgoing_messages w where w.id = g.outgoing_message_id and w.state = 'failed')`;

/** An operator's largest evening is smaller. */
const MOST_GUESTS = 2000;

/**
 * Guests with everything that is told of them.
 * @param which a condition on `vip_event_guests g`
 */
export async function readGuests(ctx: Ctx, which: RawBuilder<unknown>): Promise<Shown[]> {
  // vip_event_guests_event_id_subscriber_id_key, subscribers_pkey, vip_clients_pkey, staff_pkey
  const { rows } = await sql<Shown>`
    select g.id, g.version, jsonb_build_object('id', r.id, 'name', r.display_name) as subscriber,
           g.tier,
           case when a.id is not null then jsonb_build_object('id', a.id, 'name', a.name) end
             as acting,
           g.state, g.way,
           case when i.id is not null then jsonb_build_object('id', i.id, 'name', i.name) end
             as invited_by,
           g.told_at, ${isLost} as is_lost, g.companions, g.companion_names, g.wishes, g.team_id,
           g.has_come, coalesce(g.prize, ${prizeDue}) as prize, g.prize_minor, g.handed_at,
           r.status = 'left' or r.erased_at is not null as has_left
    from   vip_event_guests g
    join   vip_events e on e.id = g.event_id
    join   subscribers s on s.id = g.subscriber_id
    join   subscribers r on r.id = s.root_id
    join   vip_clients v on v.id = r.id
    left   join staff a on a.id = v.acting_id
    left   join staff i on i.id = g.invited_by
    where  ${which} and ${reachesGuest(ctx)}
    order  by array_position(array['accepted', 'invited', 'declined', 'withdrawn'], g.state),
           r.display_name, g.id
    limit  ${MOST_GUESTS}`.execute(ctx.db);
  const veiled = await veiledNow(ctx);
  return rows.map((row) =>
    isVeiledOf(veiled, row.subscriber.id as number)
      ? { ...row, subscriber: { ...row.subscriber, name: '' }, companionNames: '', wishes: '' }
      : row,
  );
}
