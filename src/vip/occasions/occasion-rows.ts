import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Tier } from '../kinds.ts';

/**
 * Every day of clients who are with us: those that were noted, dates of birth of contact persons
 * and of people themselves. What was noted of the same person goes before what a record says; a
 * contact person who was removed is greeted no more. The key stays the same, wherever it is from.
 * A contact person's day is a day of the client whose person it is, whomever it was noted of.
 * @param which a condition on `vip_clients v`
 */
export const occasions = (which: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  -- vip_clients_state (state, id), subscribers_root (root_id), vip_occasions_subscriber,
  -- contact_persons_subscriber (subscriber_id), vip_occasions_contact (contact_person_id)
  client as (
    select v.id, v.tier, v.acting_id, r.kind, r.display_name, r.birth_on
    from   vip_clients v
    join   subscribers r on r.id = v.id
    where  (v.state = 'member' or v.is_corporate)
    and    r.merged_into_id is null and r.status <> 'left' and r.erased_at is null and ${which}),
  noted as (
    select case when o.kind = 'own' then 's' else 'o' || o.id end as key,
           o.id, o.version, c.id as client_id, o.kind, o.name, o.contact_person_id, o.month, o.day,
           o.year, o.note, o.greet_by, o.confirmed_on
    from   client c
    join   subscribers m on m.root_id = c.id
    join   vip_occasions o on o.subscriber_id = m.id and o.removed_at is null
                          and o.contact_person_id is null
    union  all
    select 'p' || p.id, o.id, o.version, c.id, o.kind, coalesce(nullif(o.name, ''), p.name),
           p.id, o.month, o.day, o.year, o.note, o.greet_by, o.confirmed_on
    from   client c
    join   subscribers m on m.root_id = c.id
    join   contact_persons p on p.subscriber_id = m.id and p.removed_at is null
    join   vip_occasions o on o.contact_person_id = p.id and o.removed_at is null),
  occasion as (
    select n.* from noted n
    union  all
    select 'p' || p.id, null, null, c.id, case p.role when 'head' then 'head' else 'contact' end,
           p.name, p.id, extract(month from p.birth_on)::smallint,
           extract(day from p.birth_on)::smallint, extract(year from p.birth_on)::smallint, '',
           'hand', p.created_at::date
    from   client c
    join   subscribers m on m.root_id = c.id
    join   contact_persons p on p.subscriber_id = m.id and p.removed_at is null
                            and p.birth_on is not null
    where  not exists (select from noted n where n.contact_person_id = p.id)
    union  all
    select 's', null, null, c.id, 'own', '', null, extract(month from c.birth_on)::smallint,
           extract(day from c.birth_on)::smallint, extract(year from c.birth_on)::smallint, '',
           'hand', null
    from   client c
    where  c.kind = 'person' and c.birth_on is not null
    and    not exists (select from noted n where n.client_id = c.id and n.key = 's'))`;

/** The day on which occasion `o` is celebrated in a year: the 29th of February on the 28th else. */
const inYear = sql`make_date(y.year, o.month,
  least(o.day, extract(day from make_date(y.year, o.month, 1) + interval '1 month - 1 day')::int))`;

/** The relation `coming` of a WITH after `occasions`: each with its day from a day to a day. */
const coming = (from: string, to: string): RawBuilder<unknown> => sql`
  coming as (
    select o.*, ${inYear} as "on"
    from   occasion o
    cross  join generate_series(extract(year from ${from}::date)::int,
                                extract(year from ${to}::date)::int) as y (year)
    where  ${inYear} between ${from}::date and ${to}::date)`;

export type OccasionRow = {
  key: string;
  id: number | null;
  version: number | null;
  subscriber: { id: number; name: string };
  tier: string | null;
  kind: 'head' | 'contact' | 'company' | 'own' | 'other';
  name: string;
  month: number;
  day: number;
  year: number | null;
  on: string;
  note: string;
  greetBy: 'hand' | 'message';
  isStale: boolean;
  greetedBy: string | null;
  greetedAt: Date | null;
};

/**
 * Whether greeting `t` was of occasion `o`: by its key, by what was noted, whatever key that has
 * now, or of the same day as it stood before it was let go and noted anew.
 */
const isOfSameDay = sql`(
  t.occasion_key = o.key or t.occasion_id = o.id
  or t.occasion_id in (
    select w.id
    from   subscribers k
    join   vip_occasions w on w.subscriber_id = k.id and w.removed_at is not null
    where  k.root_id = o.client_id and (w.kind, w.name, w.month, w.day)
           = (o.kind, o.name, o.month, o.day)))`;

type Period = { from: string; to: string };

const isStale = sql`(o.confirmed_on is not null and o.confirmed_on < o."on" - g.stale_days)`;

/** A condition for days of which somebody is still to be written to; what failed stays so. */
export const isToWrite = sql`o.greet_by = 'message' and t.id is null and not ${isStale}`;

/**
 * Days of clients from a day to a day, the earliest first. Words that never left are no greeting.
 * @param only a condition on the day `o` and how it was greeted, `t`
 */
export async function readComing(
  ctx: Ctx,
  which: RawBuilder<unknown>,
  { from, to }: Period,
  only: RawBuilder<unknown> = sql`true`,
): Promise<OccasionRow[]> {
  // vip_greetings_subscriber_id_occasion_key_year_key, subscribers_root, vip_occasions_subscriber,
  // outgoing_messages_pkey
  const { rows } = await sql<OccasionRow>`
    with ${occasions(which)}, ${coming(from, to)}
    select o.key, o.id, o.version,
           jsonb_build_object('id', c.id, 'name', c.display_name) as subscriber, c.tier, o.kind,
           o.name, o.month, o.day, o.year, o."on", o.note, o.greet_by,
           ${isStale} as is_stale,
           t.way as greeted_by, t.greeted_at
    from   coming o
    join   client c on c.id = o.client_id
    cross  join vip_greeting_settings g
    left   join lateral (
      select t.id, case when not f.is_lost then t.way end as way,
             case when not f.is_lost then t.greeted_at end as greeted_at
      from   subscribers m
      join   vip_greetings t on t.subscriber_id = m.id and t.year = extract(year from o."on")
      cross  join lateral (
        select exists (select from outgoing_messages w
                       where  w.id = t.outgoing_message_id and w.state = 'failed') as is_lost) f
      where  m.root_id = c.id and ${isOfSameDay}
      order  by f.is_lost, t.id limit 1) t on true
    where  ${only}
    order  by o."on", c.display_name, o.key
    limit  5000`.execute(ctx.db);
  return rows;
}

/** How many days of all clients there are from a day to a day, by tier. */
export async function countByTier(ctx: Ctx, { from, to }: Period): Promise<Record<Tier, number>> {
  const { rows } = await sql<{ tier: Tier; count: number }>`
    with ${occasions(sql`true`)}, ${coming(from, to)}
    select coalesce(c.tier, 'profitable') as tier, count(*)::int as count
    from   coming o join client c on c.id = o.client_id group by 1`.execute(ctx.db);
  const none = { profitable: 0, high: 0, very_high: 0 };
  return { ...none, ...Object.fromEntries(rows.map(({ tier, count }) => [tier, count])) };
}
