import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import type { eventsApi } from '../api/events.ts';
import { spentOf } from './budget-left.ts';

type Listed = z.input<(typeof eventsApi)['GET /api/vip-events']['output']>;
export type EventRow = Listed['events'][number];

/** An operator holds a few a year; nobody reads more. */
const MOST = 500;

/** Events with their money and how many are asked, come and came, of all clients. */
export async function readEvents(
  ctx: Ctx,
  which: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
): Promise<EventRow[]> {
  // vip_events_pkey, vip_event_guests_event_id_subscriber_id_key, vip_event_costs_event
  const { rows } = await sql<EventRow>`
    select e.id, e.version, e.kind, e.kind_name, e.name, e."on", e.begins_at, e.place,
           e.is_contest, jsonb_build_object('id', s.id, 'name', s.name) as in_charge,
           e.budget_minor, ${spentOf} as spent_minor,
           coalesce((select sum(c.amount_minor) from vip_event_costs c
                     where  c.event_id = e.id and c.state = 'asked'), 0)::bigint as asked_minor,
           n.invited, n.accepted, n.came, e.cancelled_at is not null as is_cancelled
    from   vip_events e
    join   staff s on s.id = e.in_charge_id
    cross  join lateral (
      select count(*) filter (where g.state <> 'withdrawn')::int as invited,
             count(*) filter (where g.state = 'accepted')::int as accepted,
             count(*) filter (where g.has_come)::int as came
      from   vip_event_guests g where g.event_id = e.id) n
    where  ${which}
    order  by ${order} limit ${MOST}`.execute(ctx.db);
  return rows;
}

/** Events to come, the nearest first, then those that were. */
export async function listEvents(ctx: Ctx): Promise<Result<Listed>> {
  const day = today(ctx);
  const isPast = sql`e."on" < ${day}::date`;
  const events = await readEvents(
    ctx,
    sql`true`,
    sql`${isPast}, case when ${isPast} then null else e."on" end, e."on" desc, e.id desc`,
  );
  return ok({ events, currency: ctx.operator.currency, today: day });
}
