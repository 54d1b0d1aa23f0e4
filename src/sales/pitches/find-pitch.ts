import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { today } from '../../subscribers/index.ts';
import { soldTo } from './sold-to.ts';
import type { Silence } from '../api/pitches.ts';
import { type Moment, silenceOf } from './pitch-moment.ts';

export type Offered = {
  pitchId: number;
  productName: string;
  monthlyFeeMinor: number;
  currency: string;
  argument: string;
};

/** The contact in which something may be offered. */
export type Contact = { conversationId: number; subscriberId: number | null; subject: string };

/** So many of the latest words are looked through. */
const MOST_MESSAGES = 20;

/**
 * The one further service to offer now: the first in order that these people do not have and were
 * not asked about lately; or why nothing is offered.
 */
export async function findPitch(
  ctx: Ctx,
  contact: Contact,
): Promise<{ offered: Offered } | { silence: Silence }> {
  const person = await findPerson(ctx, contact.subscriberId);
  const silence = silenceOf(await momentOf(ctx, contact, person));
  if (silence) return { silence };
  const offered = await firstFitting(ctx, contact, person);
  return offered ? { offered } : { silence: 'nothing_fits' };
}

type Person = { ids: readonly number[]; kind: string | null; status: string | null };

/** Everybody whom the subscriber was merged with is one person. */
async function findPerson(ctx: Ctx, subscriberId: number | null): Promise<Person> {
  if (subscriberId === null) return { ids: [], kind: null, status: null };
  // subscribers_pkey, subscribers_root (root_id)
  const { rows } = await sql<Person>`
    select r.kind, r.status,
           (select array_agg(m.id) from subscribers m where m.root_id = r.id) as ids
    from   subscribers s join subscribers r on r.id = s.root_id
    where  s.id = ${subscriberId}`.execute(ctx.db);
  return rows[0] ?? { ids: [], kind: null, status: null };
}

async function momentOf(
  ctx: Ctx,
  { conversationId, subject }: Contact,
  { ids, status }: Person,
): Promise<Moment> {
  const all = sql`any(${[...ids]}::bigint[])`;
  // messages_conversation, tickets_subscriber, service_addresses_subscriber, premises_pkey,
  // incident_buildings_pkey
  const { rows } = await sql<{
    words: string[] | null;
    hasOutage: boolean;
    hasOpenTicket: boolean;
  }>`
    select (select array_agg(text) from (
              select left(m.text, 4000) as text from messages m
              where  m.conversation_id = ${conversationId} and m.direction = 'in'
              order  by m.happened_at desc, m.id desc limit ${MOST_MESSAGES}) said) as words,
           exists (select from tickets t
                   join   tickets r on r.id = coalesce(t.root_id, t.id)
                   where  t.subscriber_id = ${all} and r.closed_at is null) as has_open_ticket,
           exists (select from service_addresses a
                   join   premises p on p.id = a.premise_id
                   join   incident_buildings b on b.building_id = p.building_id
                   join   incidents i on i.id = b.incident_id
                   where  a.subscriber_id = ${all} and a.removed_at is null
                   and    i.started_at <= ${ctx.clock.now()} and i.ended_at is null
                   ) as has_outage`.execute(ctx.db);
  const [found] = rows;
  return {
    subject,
    words: found?.words ?? [],
    status,
    hasOutage: found?.hasOutage ?? false,
    hasOpenTicket: found?.hasOpenTicket ?? false,
  };
}

async function firstFitting(
  ctx: Ctx,
  { conversationId, subscriberId }: Contact,
  { ids, kind }: Person,
): Promise<Offered | undefined> {
  const all = sql`any(${[...ids]}::bigint[])`;
  const now = ctx.clock.now();
  // There are a handful of pitches. accounts_subscriber, subscriptions_account,
  // pitch_answers_subscriber (subscriber_id, pitch_id, answered_at)
  const { rows } = await sql<Offered>`
    select p.id as pitch_id, r.name as product_name, p.argument,
           o."monthlyFeeMinor" as monthly_fee_minor, ${ctx.operator.currency}::text as currency
    from   pitches p
    join   jsonb_to_recordset(${JSON.stringify(await soldTo(ctx, subscriberId))}::jsonb)
             as o ("productId" bigint, "monthlyFeeMinor" bigint) on o."productId" = p.product_id
    join   products r on r.id = p.product_id
    where  p.is_on and (p.audience = 'everybody' or p.audience = coalesce(${kind}, 'person'))
    and    not exists (
             select from accounts a
             join   subscriptions s on s.account_id = a.id
             join   product_versions w on w.id = s.product_version_id
             where  a.subscriber_id = ${all} and w.product_id = p.product_id
             and    (s.ended_on is null or s.ended_on > ${today(ctx)}))
    and    not exists (
             select from pitch_answers x
             where  x.subscriber_id = ${all} and x.pitch_id = p.id
             and    x.conversation_id is distinct from ${conversationId} and x.answer <> 'not_said'
             and    x.answered_at > ${now}::timestamptz - p.pause_days * interval '1 day')
    order  by p.position, p.id
    limit  1`.execute(ctx.db);
  return rows[0];
}
