import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { FIRST_TOUCH, startNorm } from '../../norms/index.ts';
import type { Locked } from '../record/lock-conversation.ts';
import { openingTimes } from '../record/opening-times.ts';
import { callBySupervisorAt } from '../owners/take-conversation.ts';
import { awaitedUntil } from '../turns/awaited-until.ts';

/** A message that is to stand in a conversation of its own. */
export type Chosen = {
  id: number;
  formerId: number;
  direction: 'in' | 'out' | 'note';
  isAutomatic: boolean;
  happenedAt: Date;
  subject: string;
  hasOpened: boolean;
};

/**
 * Opens the conversation that the messages are to stand in. Its clock of the first touch runs from
 * the first of them; where a human has touched the other one already, whoever wrote has met one,
 * and it is touched by that. Who wrote, and on which channel, is as in the one in which they stood:
 * in a merged one that may be another. @returns the new row
 */
export async function splitOff(
  ctx: Ctx,
  from: Locked,
  chosen: readonly Chosen[],
): Promise<{ id: number; number: number }> {
  const said = chosen.filter(({ direction, isAutomatic }) => direction !== 'note' && !isAutomatic);
  const [first] = said.filter(({ direction }) => direction === 'in');
  const last = said.at(-1);
  if (!first || !last) throw new Error('somebody asks in what is split off');
  const now = ctx.clock.now();
  const times = await openingTimes(ctx, first.happenedAt);
  const isOurs = last.direction === 'in';
  const awaited = awaitedUntil(last.happenedAt);
  const isTouched = from.touchedAt !== null;
  const dueAt = isTouched ? (await startNorm(ctx, FIRST_TOUCH, last.happenedAt)).dueAt : null;
  const escalateAt = isTouched
    ? null
    : callBySupervisorAt({ touchedAt: null, touchDueAt: times.touchDueAt }, now);
  const { rows } = await sql<{ id: number; number: number; channelId: number | null }>`
    insert into conversations (
      channel, channel_id, subscriber_id, contact_draft, sender, subject, owner_staff_id, team_id,
      taken_at, opened_at, norm_seconds, calendar_id, touch_due_at, touched_at, touched_by,
      touch_kind, whose_turn, next_due_at, escalate_at)
    select p.channel, p.channel_id, c.subscriber_id, p.contact_draft, p.sender,
           case when p.channel = 'email' then ${first.subject} else p.subject end,
           c.owner_staff_id, c.team_id, ${now}, ${times.openedAt}, ${times.normSeconds},
           ${times.calendarId}, ${times.touchDueAt}, c.touched_at, c.touched_by, c.touch_kind,
           ${isOurs ? 'ours' : 'theirs'},
           ${isOurs ? (dueAt ?? times.touchDueAt) : awaited}, ${escalateAt}::timestamptz
    from   conversations c join conversations p on p.id = ${first.formerId}
    where  c.id = ${from.id}
    returning id, number, channel_id`.execute(ctx.db);
  const [into] = rows;
  if (!into) throw new Error('what is split is locked');
  const { channelId, ...own } = into;
  if (channelId === null) await callBack(ctx, first.formerId, own.id);
  return own;
}

/** Where it is answered by a call, this one waits for one too. */
async function callBack(ctx: Ctx, fromId: number, intoId: number): Promise<void> {
  // callbacks_conversation_id_key
  await sql`
    insert into callbacks (conversation_id, phone, next_try_at, is_announced)
    select ${intoId}::bigint, phone, ${ctx.clock.now()}, true
    from   callbacks where conversation_id = ${fromId}`.execute(ctx.db);
}
