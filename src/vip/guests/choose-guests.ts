import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { messengers } from '../../channels/index.ts';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { isVeiledOf, veiledNow } from '../../kernel/veil.ts';
import type { guestsApi } from '../api/guests.ts';
import { findEvent, leads, type StoredEvent } from '../events/lock-event.ts';
import { reaches } from '../reach.ts';

type Route = (typeof guestsApi)['POST /api/vip-events/{id}/candidates'];
type Filter = z.output<Route['input']>;
type Chosen = z.input<Route['output']>;

const MOST = 500;

/** Whoever leads an event invites: all clients where in charge, else whom they reach. */
const mayInvite = (ctx: Ctx, event: StoredEvent) =>
  event.inChargeId === staffIdOf(ctx.actor) ? sql`true` : sql`${reaches(ctx, 'vip.work')}`;

/** Of clients `v` with their record `r` those who are with us and not invited to the event yet. */
const isFree = (eventId: number): RawBuilder<unknown> => sql`(
  (v.state = 'member' or v.is_corporate)
  and r.merged_into_id is null and r.status <> 'left' and r.erased_at is null
  -- subscribers_root (root_id), vip_event_guests_event_id_subscriber_id_key
  and not exists (select from subscribers m
                  join   vip_event_guests g on g.subscriber_id = m.id
                  where  m.root_id = v.id and g.event_id = ${eventId}
                  and    g.state <> 'withdrawn'))`;

/**
 * Whether somebody of records `r` said that they want no messages: of the service, or what law
 * counts as advertising, as an invitation may be (38-FZ, art. 18). The latest word counts.
 */
export const hasRefused = sql`exists (
  -- subscribers_root (root_id), consents_subscriber
  select from (select distinct on (n.purpose, n.channel) n.is_granted
               from   subscribers m join consents n on n.subscriber_id = m.id
               where  m.root_id = r.id and n.purpose in ('service', 'advertising')
               and    n.channel in ('any', 'email', 'messenger')
               order  by n.purpose, n.channel, n.recorded_at desc, n.id desc) last
  where  not last.is_granted)`;

/** Whether there is an address, or a chat in which they wrote to us, by what works. */
const isReached = sql`exists (
  -- contacts_subscriber, conversations_subscriber
  select from subscribers m
  where  m.root_id = r.id
  and   (exists (select from contacts k where k.subscriber_id = m.id and k.kind = 'email'
                 and k.removed_at is null and k.contact_person_id is null
                 and exists (select from channels h where h.kind = 'email' and h.state = 'on'))
         or exists (select from conversations c join channels h on h.id = c.channel_id
                    where c.subscriber_id = m.id and h.kind = any(${[...messengers]}::text[])
                    and h.state = 'on')))`;

/** Whom one may invite to an event: without the departed and those who want no messages. */
export async function chooseGuests(ctx: Ctx, filter: Filter): Promise<Result<Chosen>> {
  const found = await findEvent(ctx, filter.id);
  if (!found.ok) return found;
  if (!leads(ctx, found.value)) return fail('vip.not_in_charge');
  const { tiers, kind, actingId, temper } = filter;
  const which = sql`${mayInvite(ctx, found.value)} and ${isFree(filter.id)}
    and (${tiers.length === 0}::boolean or v.tier = any(${[...tiers]}::text[]))
    and (${kind}::text is null or r.kind = ${kind})
    and (${actingId}::bigint is null or v.acting_id = ${actingId})
    and (${temper}::text is null or v.temper = ${temper})`;
  // vip_clients_state (state, id), subscribers_pkey, staff_pkey
  const { rows } = await sql<Chosen['candidates'][number]>`
    select jsonb_build_object('id', r.id, 'name', r.display_name) as subscriber,
           coalesce(v.tier, 'profitable') as tier,
           case when a.id is not null then jsonb_build_object('id', a.id, 'name', a.name) end
             as acting, ${isReached} as is_reached
    from   vip_clients v
    join   subscribers r on r.id = v.id
    left   join staff a on a.id = v.acting_id
    where  ${which} and not ${hasRefused}
    order  by v.total_minor desc, v.id limit ${MOST + 1}`.execute(ctx.db);
  const { rows: told } = await sql<{ refused: number }>`
    select count(*)::int as refused
    from   vip_clients v join subscribers r on r.id = v.id
    where  ${which} and ${hasRefused}`.execute(ctx.db);
  const veiled = await veiledNow(ctx);
  return ok({
    candidates: rows
      .slice(0, MOST)
      .map((row) =>
        isVeiledOf(veiled, row.subscriber.id as number)
          ? { ...row, subscriber: { ...row.subscriber, name: '' } }
          : row,
      ),
    isWhole: rows.length <= MOST,
    refused: told[0]?.refused ?? 0,
  });
}

/** Of these the roots that may be invited now; others are passed over. */
export async function freeOf(
  ctx: Ctx,
  event: StoredEvent,
  ids: readonly number[],
): Promise<{ id: number; tier: string }[]> {
  // subscribers_pkey, vip_clients_pkey. Held in order: an erasure waits until this stands.
  const { rows } = await sql<{ id: number; tier: string }>`
    select r.id, coalesce(v.tier, 'profitable') as tier
    from   subscribers r join vip_clients v on v.id = r.id
    where  r.id in (select s.root_id from subscribers s where s.id = any(${[...ids]}::bigint[]))
    and    ${mayInvite(ctx, event)} and ${isFree(event.id)} and not ${hasRefused}
    order  by r.id for share of r`.execute(ctx.db);
  return rows;
}
