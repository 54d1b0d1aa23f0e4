import { sql } from 'kysely';
import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import type { eventsApi } from '../api/events.ts';
import { readGuests } from '../guests/guest-rows.ts';
import { readEvents } from './list-events.ts';
import { leads } from './lock-event.ts';

type Shown = z.input<(typeof eventsApi)['GET /api/vip-events/{id}']['output']>;
type More = Pick<Shown, 'words' | 'cupItem' | 'comfortItem'>;

/** An event with everything that belongs to it; of guests those whom one reaches. */
export async function showEvent(ctx: Ctx, { id }: { id: number }): Promise<Result<Shown>> {
  const [events, more, guests, teams, costs, photos] = await Promise.all([
    readEvents(ctx, sql`e.id = ${id}`, sql`e.id`),
    moreOf(ctx, id),
    readGuests(ctx, sql`g.event_id = ${id}`),
    teamsOf(ctx, id),
    costsOf(ctx, id),
    photosOf(ctx, id),
  ]);
  const [event] = events;
  if (!event || !more) return fail('vip.no_such_event');
  const isLed = leads(ctx, { inChargeId: event.inCharge.id as number });
  const { currency } = ctx.operator;
  return ok({
    ...event,
    ...more,
    currency,
    today: today(ctx),
    isLed,
    guests,
    teams,
    costs,
    photos,
  });
}

async function moreOf(ctx: Ctx, id: number): Promise<More | undefined> {
  // vip_events_pkey, vip_gift_items_pkey
  const { rows } = await sql<More>`
    select e.words,
           (select jsonb_build_object('id', i.id, 'name', i.name) from vip_gift_items i
            where  i.id = e.cup_item_id) as cup_item,
           (select jsonb_build_object('id', i.id, 'name', i.name) from vip_gift_items i
            where  i.id = e.comfort_item_id) as comfort_item
    from   vip_events e where e.id = ${id}`.execute(ctx.db);
  return rows[0];
}

async function teamsOf(ctx: Ctx, id: number): Promise<Shown['teams']> {
  // vip_event_teams_event_id_id_key, vip_event_guests_team (team_id)
  const { rows } = await sql<Shown['teams'][number]>`
    select t.id, t.version, t.name, t.seats, t.place,
           coalesce((select sum(1 + g.companions) from vip_event_guests g
                     where  g.team_id = t.id), 0)::int as taken
    from   vip_event_teams t where t.event_id = ${id}
    order  by t.place nulls last, t.name, t.id`.execute(ctx.db);
  return rows;
}

async function costsOf(ctx: Ctx, id: number): Promise<Shown['costs']> {
  const me = staffIdOf(ctx.actor);
  // vip_event_costs_event (event_id), staff_pkey
  const { rows } = await sql<Shown['costs'][number]>`
    select c.id, c.version, c.name, c.amount_minor, c.state, c.overspend_reason,
           case when a.id is not null then jsonb_build_object('id', a.id, 'name', a.name) end
             as added_by,
           case when b.id is not null then jsonb_build_object('id', b.id, 'name', b.name) end
             as approved_by,
           coalesce(c.added_by = ${me}::bigint, false) as is_mine
    from   vip_event_costs c
    left   join staff a on a.id = c.added_by
    left   join staff b on b.id = c.approved_by
    where  c.event_id = ${id} order by c.state = 'removed', c.id`.execute(ctx.db);
  return rows;
}

async function photosOf(ctx: Ctx, id: number): Promise<Shown['photos']> {
  // vip_event_photos_event (event_id, file_id), files_pkey
  const { rows } = await sql<Shown['photos'][number]>`
    select p.file_id, p.added_at
    from   vip_event_photos p join files f on f.id = p.file_id and f.erased_at is null
    where  p.event_id = ${id} order by p.file_id`.execute(ctx.db);
  return rows;
}
