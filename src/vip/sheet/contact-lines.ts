import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { today } from '../../subscribers/index.ts';
import type { Rules } from '../programme/rules.ts';
import { siteTroubles, type SheetLine } from '../slots.ts';

/** Conversations and tickets of these clients that are open, of each kind in one line. */
export async function openLines(ctx: Ctx, ids: readonly number[]): Promise<SheetLine[]> {
  // subscribers_root, conversations_subscriber, tickets_subscriber
  const { rows } = await sql<SheetLine>`
    select m.root_id as subscriber_id, 'open' as kind, 'conversations' as key,
           count(*)::int as count, min(c.opened_at)::date as "on",
           '/conversations/' || min(c.id) || '?queue=all' as path
    from   subscribers m
    join   conversations c on c.subscriber_id = m.id and c.state <> 'closed'
    where  m.root_id = any(${ids}::bigint[])
    group  by m.root_id
    union  all
    select m.root_id, 'open', 'tickets', count(*)::int, min(t.opened_at)::date,
           '/tickets/' || min(t.id)
    from   subscribers m
    join   tickets t on t.subscriber_id = m.id and t.state <> 'done' and t.merged_into_id is null
    where  m.root_id = any(${ids}::bigint[])
    group  by m.root_id
    order  by "on"`.execute(ctx.db);
  return rows;
}

/** Whom nobody has spoken with for too long: since when, or since they are members or with us. */
export async function silenceLines(
  ctx: Ctx,
  ids: readonly number[],
  { silenceDays }: Rules,
): Promise<SheetLine[]> {
  const zone = ctx.operator.timeZone;
  // vip_clients_pkey, subscribers_root, conversations_subscriber
  const { rows } = await sql<SheetLine>`
    select v.id as subscriber_id, 'silence' as kind, 'silence' as key, s.last_on as "on",
           ${today(ctx)}::date - s.last_on as count
    from   vip_clients v
    cross  join lateral (
      select coalesce(max((greatest(c.opened_at, c.touched_at) at time zone ${zone})::date),
                      v.member_since, v.with_us_since, v.counted_on) as last_on
      from   subscribers m join conversations c on c.subscriber_id = m.id
      where  m.root_id = v.id) s
    where  v.id = any(${ids}::bigint[])
    and    ${today(ctx)}::date - s.last_on > ${silenceDays}::int
    order  by s.last_on`.execute(ctx.db);
  return rows;
}

/** What goes wrong where clients are served, told by whoever watches the network. */
export async function troubleLines(ctx: Ctx, ids: readonly number[]): Promise<SheetLine[]> {
  const told = await Promise.all(siteTroubles.fills.map(({ piece }) => piece(ctx, ids)));
  return told.flat().map(({ subscriberId, words, since, path }) => ({
    subscriberId,
    kind: 'trouble' as const,
    key: `trouble:${since.toISOString()}`,
    on: since.toISOString().slice(0, 10),
    words,
    path,
  }));
}

/** Questions put to leaders that nobody has answered. */
export async function askedLines(ctx: Ctx, ids: readonly number[]): Promise<SheetLine[]> {
  // subscribers_root, vip_escalations_subscriber (subscriber_id, asked_at desc)
  const { rows } = await sql<SheetLine>`
    select m.root_id as subscriber_id, 'escalation' as kind, 'escalation:' || e.id as key,
           (e.due_at at time zone ${ctx.operator.timeZone})::date as "on", l.name as words,
           '/vip/clients/' || m.root_id as path
    from   subscribers m
    join   vip_escalations e on e.subscriber_id = m.id and e.answered_at is null
    join   staff l on l.id = e.leader_id
    where  m.root_id = any(${ids}::bigint[])
    order  by e.due_at`.execute(ctx.db);
  return rows;
}
