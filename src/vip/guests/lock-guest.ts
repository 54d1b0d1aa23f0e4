import { sql, type Updateable } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { DB } from '../../kernel/db/connect.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { holdSubscriber } from '../../subscribers/index.ts';
import { type At, leads, lockEvent, type StoredEvent } from '../events/lock-event.ts';
import type { Prize } from '../kinds.ts';
import { reachesGuest } from './guest-rows.ts';

export type StoredGuest = At & {
  rootId: number;
  clientKind: 'person' | 'organisation';
  state: 'invited' | 'accepted' | 'declined' | 'withdrawn';
  toldAt: Date | null;
  outgoingMessageId: number | null;
  companions: number;
  teamId: number | null;
  teamPlace: number | null;
  hasCome: boolean | null;
  prize: Prize | null;
  prizeItemId: number | null;
  hasLeft: boolean;
  event: StoredEvent;
  /** Whether the actor leads the event. */
  isLed: boolean;
};

/**
 * A guest, locked together with the event for whoever leads the client or is in charge. Of one
 * called off nothing is noted. An erasure waits, and of an erased one nothing more is kept.
 */
export async function lockGuest(ctx: Ctx, { id, version }: At): Promise<Result<StoredGuest>> {
  // vip_event_guests_pkey. Who is asked is held first, as an erasure begins with them.
  const { rows: whose } = await sql<{ subscriberId: number; eventId: number }>`
    select subscriber_id, event_id from vip_event_guests where id = ${id}`.execute(ctx.db);
  const [of] = whose;
  if (!of || !(await holdSubscriber(ctx, of.subscriberId))) return fail('vip.no_such_guest');
  const event = await lockEvent(ctx, of.eventId);
  if (!event.ok) return fail('vip.no_such_guest');
  // vip_event_guests_pkey, subscribers_pkey, vip_clients_pkey, vip_event_teams_pkey
  const { rows } = await sql<Omit<StoredGuest, 'event' | 'isLed'>>`
    select g.id, g.version, r.id as root_id, r.kind as client_kind, g.state, g.told_at,
           g.outgoing_message_id, g.companions, g.team_id, t.place as team_place, g.has_come,
           g.prize, g.prize_item_id,
           r.status = 'left' or r.erased_at is not null as has_left
    from   vip_event_guests g
    join   vip_events e on e.id = g.event_id
    join   subscribers s on s.id = g.subscriber_id
    join   subscribers r on r.id = s.root_id
    join   vip_clients v on v.id = r.id
    left   join vip_event_teams t on t.id = g.team_id
    where  g.id = ${id} and ${reachesGuest(ctx)}
    for    update of g`.execute(ctx.db);
  const [row] = rows;
  if (!row) return fail('vip.no_such_guest');
  if (row.version !== version) return fail('vip.changed_meanwhile');
  if (event.value.isCancelled) return fail('vip.event_over');
  return ok({ ...row, event: event.value, isLed: leads(ctx, event.value) });
}

type Told = { type: `vip.guest_${string}`; facts?: object; note?: string };

/** The one way in which a locked guest changes. */
export async function writeGuest(
  ctx: Ctx,
  guest: StoredGuest,
  set: Updateable<DB['vipEventGuests']>,
  told: Told,
): Promise<Result<At>> {
  const { id, version, rootId, event } = guest;
  await ctx.db
    .updateTable('vipEventGuests')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .execute();
  await tellGuest(ctx, { id, rootId, event }, told);
  return ok({ id, version: version + 1 });
}

/** On the client's timeline, with the event's name; words of a reason are kept apart. */
export async function tellGuest(
  ctx: Ctx,
  { id, rootId, event }: { id: number; rootId: number; event: { id: number; name: string } },
  { type, facts = {}, note = '' }: Told,
): Promise<void> {
  await emit(ctx, {
    type,
    subject: { kind: 'vip_event_guest', id },
    subscriberId: rootId,
    facts: { eventId: event.id, event: event.name, ...facts },
    ...(note === '' ? {} : { personal: { note } }),
  });
}
