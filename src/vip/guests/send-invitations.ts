import { type RawBuilder, sql } from 'kysely';
import { stopMessage } from '../../channels/index.ts';
import { waysTo, writeTo } from '../../conversations/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { attempt } from '../../kernel/db/attempt.ts';
import { must } from '../../kernel/result.ts';
import type { Tick } from '../../kernel/wiring.ts';
import { holdSubscriber, today } from '../../subscribers/index.ts';
import { isGreetingHour, loadGreeting } from '../occasions/greeting-settings.ts';
import { tellGuest } from './lock-guest.ts';
import { invitationSubjects, invitationWords } from './invitation-words.ts';

/** How many leave in one round; the next minutes bring the others. */
const BATCH = 100;

type Due = {
  id: number;
  subscriberId: number;
  name: string;
  eventId: number;
  event: string;
  on: string;
  place: string;
  words: string;
};

/**
 * Invites in writing, within the hours of greetings, each once and never who has left. Whom there
 * is no way to write to, the personal manager invites; what waits when the hours end does not leave
 * at night: it is said by hand then.
 */
export const invitationTick: Tick = {
  name: 'vip.invitations',
  everySeconds: 300,
  run: async (ctx) => {
    if (!isGreetingHour(ctx, await loadGreeting(ctx))) {
      await stopInvitations(ctx);
      return;
    }
    for (const one of await dueOf(ctx)) {
      // One that cannot be written to keeps nobody else from being invited.
      await attempt(ctx, (tx) => invite(tx, one)).catch((error: unknown) => {
        const what = { err: error, subscriber: one.subscriberId };
        ctx.log.error(what, 'an invitation was not written');
      });
    }
  },
};

const dueOf = async (ctx: Ctx, which: RawBuilder<unknown> = sql`true`): Promise<Due[]> => {
  // vip_event_guests_untold (event_id, id), vip_events_on ("on", id)
  const { rows } = await sql<Due>`
    select g.id, r.id as subscriber_id, r.display_name as name, e.id as event_id,
           e.name as event, e."on", e.place, e.words
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

async function invite(ctx: Ctx, given: Due): Promise<void> {
  // An erasure waits; who has left or was told since the list was read is not written to.
  if (!(await holdSubscriber(ctx, given.subscriberId))) return;
  await sql`select from vip_event_guests where id = ${given.id} for update`.execute(ctx.db);
  const [one] = await dueOf(ctx, sql`g.id = ${given.id}`);
  if (!one) return;
  const [way] = await waysTo(ctx, { subscriberId: one.subscriberId });
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

/** What waits to leave does not leave: of one event that is called off, or of all at night. */
export async function stopInvitations(ctx: Ctx, eventId: number | null = null): Promise<void> {
  // outgoing_messages_waiting (try_after, id) where state = 'waiting', vip_event_guests_message
  const { rows } = await sql<{ id: number }>`
    select m.id from outgoing_messages m join vip_event_guests g on g.outgoing_message_id = m.id
    where  m.state = 'waiting' and (${eventId}::bigint is null or g.event_id = ${eventId})
    order  by m.id`.execute(ctx.db);
  for (const { id } of rows) await stopMessage(ctx, id);
}
