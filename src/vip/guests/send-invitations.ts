import { type RawBuilder, sql } from 'kysely';
import { stopMessage } from '../../channels/index.ts';
import { waysTo, writeTo } from '../../conversations/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { attempt } from '../../kernel/db/attempt.ts';
import { must } from '../../kernel/result.ts';
import type { Tick } from '../../kernel/wiring.ts';
import { holdSubscriber, today } from '../../subscribers/index.ts';
import {
  type GreetingSettings,
  isGreetingHour,
  loadGreeting,
} from '../occasions/greeting-settings.ts';
import { hasRefused } from './choose-guests.ts';
import { invitationSubjects, invitationWords } from './invitation-words.ts';
import { tellGuest } from './lock-guest.ts';

/** How many leave in one round; the next minutes bring the others. */
const BATCH = 100;

type Due = {
  id: number;
  subscriberId: number;
  name: string;
  eventId: number;
  event: string;
  on: string;
  at: string;
  place: string;
  words: string;
  hasRefused: boolean;
};

/**
 * Invites in writing, within the hours and first by the way of greetings, each once and never who
 * has left. Whom there is no way to write to, or who has come to want no messages, the personal
 * manager invites; so it is with what waits for them, and with what waits when the hours end: it
 * does not leave.
 */
export const invitationTick: Tick = {
  name: 'vip.invitations',
  everySeconds: 300,
  run: async (ctx) => {
    const settings = await loadGreeting(ctx);
    const isOver = !isGreetingHour(ctx, settings);
    await stopInvitations(ctx, isOver ? sql`true` : isUnwanted);
    if (isOver) return;
    for (const one of await dueOf(ctx)) {
      // One that cannot be written to keeps nobody else from being invited.
      await attempt(ctx, (tx) => invite(tx, one, settings)).catch((error: unknown) => {
        const what = { err: error, subscriber: one.subscriberId };
        ctx.log.error(what, 'an invitation was not written');
      });
    }
  },
};

/** Of whom is asked, with their record `r`: no longer with us, or refusing messages since. */
const isUnwanted = sql`(r.status = 'left' or r.erased_at is not null or ${hasRefused})`;

const dueOf = async (ctx: Ctx, which: RawBuilder<unknown> = sql`true`): Promise<Due[]> => {
  // vip_event_guests_untold (event_id, id), vip_events_on ("on", id)
  const { rows } = await sql<Due>`
    select g.id, r.id as subscriber_id, r.display_name as name, e.id as event_id,
           e.name as event, e."on", e.begins_at as at, e.place, e.words, ${hasRefused} as has_refused
    from   vip_events e
    join   vip_event_guests g on g.event_id = e.id
    join   subscribers s on s.id = g.subscriber_id
    join   subscribers r on r.id = s.root_id
    where  e."on" >= ${today(ctx)}::date and e.cancelled_at is null
    and    g.told_at is null and g.state = 'invited' and g.way = 'message'
    and    g.outgoing_message_id is null
    and    r.status <> 'left' and r.erased_at is null and ${which}
    order  by e."on", g.id limit ${BATCH}`.execute(ctx.db);
  return rows;
};

async function invite(ctx: Ctx, given: Due, settings: GreetingSettings): Promise<void> {
  // An erasure waits; who has left or was told since the list was read is not written to.
  if (!(await holdSubscriber(ctx, given.subscriberId))) return;
  // Calling the event off waits too, and then stops what is written here.
  await sql`select from vip_events where id = ${given.eventId} for share`.execute(ctx.db);
  await sql`select from vip_event_guests where id = ${given.id} for update`.execute(ctx.db);
  const [one] = await dueOf(ctx, sql`g.id = ${given.id}`);
  if (!one) return;
  const ways = one.hasRefused ? [] : await waysTo(ctx, { subscriberId: one.subscriberId });
  const way = ways.find(({ kind }) => kind === settings.way) ?? ways[0];
  if (!way) {
    await sql`update vip_event_guests set way = 'hand', version = version + 1
      where id = ${one.id}`.execute(ctx.db);
    return;
  }
  const { language, name: operator } = ctx.operator;
  const text = invitationWords(language, one.words, { ...one, operator });
  const letter = { subject: invitationSubjects[language], text, isAutomatic: true };
  const { id } = must(await writeTo(ctx, way, letter));
  await sql`
    update vip_event_guests
    set    outgoing_message_id = ${id}, told_at = ${ctx.clock.now()}, version = version + 1
    where  id = ${one.id}`.execute(ctx.db);
  const event = { id: one.eventId, name: one.event };
  const told = { type: 'vip.guest_told', facts: { way: way.kind } } as const;
  await tellGuest(ctx, { id: one.id, rootId: one.subscriberId, event }, told);
}

/**
 * What waits to leave does not leave.
 * @param which a condition on guests `g` and the records `r` of who is asked
 */
export async function stopInvitations(ctx: Ctx, which: RawBuilder<unknown>): Promise<void> {
  // outgoing_messages_waiting (try_after, id) where state = 'waiting', vip_event_guests_message,
  // subscribers_pkey
  const { rows } = await sql<{ id: number }>`
    select m.id
    from   outgoing_messages m
    join   vip_event_guests g on g.outgoing_message_id = m.id
    join   subscribers s on s.id = g.subscriber_id
    join   subscribers r on r.id = s.root_id
    where  m.state = 'waiting' and ${which}
    order  by m.id`.execute(ctx.db);
  for (const { id } of rows) await stopMessage(ctx, id);
}
