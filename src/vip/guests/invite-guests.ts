import { sql } from 'kysely';
import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emitMany } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { guestsApi } from '../api/guests.ts';
import { findEvent, isOver, lockLed } from '../events/lock-event.ts';
import { freeOf } from './choose-guests.ts';

type Route = (typeof guestsApi)['POST /api/vip-events/{id}/guests'];

/**
 * Invites clients, each once. Whom it is to be written to is written to within the hours of
 * greetings; of others a line stands on the sheet of whoever leads them. Who has left, wants no
 * messages or is invited already is passed over.
 */
export async function inviteGuests(
  ctx: Ctx,
  { id, subscriberIds, way }: z.output<Route['input']>,
): Promise<Result<z.input<Route['output']>>> {
  const found = await findEvent(ctx, id);
  if (!found.ok) return found;
  // People are held before the event, as by everybody else who writes of a guest.
  await freeOf(ctx, found.value, subscriberIds);
  const locked = await lockLed(ctx, { id });
  if (!locked.ok) return locked;
  const event = locked.value;
  if (isOver(ctx, event)) return fail('vip.event_over');
  const free = await freeOf(ctx, event, subscriberIds);
  const asked = { way, invitedBy: staffIdOf(ctx.actor), invitedAt: ctx.clock.now() };
  // vip_event_guests_event_id_subscriber_id_key; one of whom it was taken back is asked anew
  const { rows } = await sql<{ id: number; subscriberId: number }>`
    insert into vip_event_guests as g
           (event_id, subscriber_id, tier, way, invited_by, invited_at)
    select ${id}, f.id, f.tier, ${way}, ${asked.invitedBy}, ${asked.invitedAt}
    from   unnest(${free.map((one) => one.id)}::bigint[], ${free.map(({ tier }) => tier)}::text[])
             as f (id, tier)
    on     conflict (event_id, subscriber_id) do update
    set    state = 'invited', tier = excluded.tier, way = excluded.way,
           invited_by = excluded.invited_by, invited_at = excluded.invited_at, told_at = null,
           outgoing_message_id = null, answered_at = null, has_come = null,
           version = g.version + 1
    where  g.state = 'withdrawn'
    returning id, subscriber_id`.execute(ctx.db);
  await emitMany(
    ctx,
    rows.map((row) => ({
      type: 'vip.guest_invited',
      subject: { kind: 'vip_event_guest', id: row.id },
      subscriberId: row.subscriberId,
      facts: { eventId: id, event: event.name, way },
    })),
  );
  return ok({ invited: rows.length, passed: subscriberIds.length - rows.length });
}
