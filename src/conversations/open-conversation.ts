import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../kernel/context.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { loadCalendar, startClock, whyDeadline } from '../norms/index.ts';
import type { Conversation } from './api/shapes.ts';
import { dialUri } from './dial.ts';
import { loadSettings } from './desk-clock.ts';
import { isMine } from './lock-conversation.ts';
import { attemptsOf, followUpsOf, messagesOf } from './said-and-done.ts';
import { me, reaches } from './reach.ts';
import { type DeskRow, rowColumns, rowJoins } from './row-query.ts';

type Opened = DeskRow & {
  calendarId: number;
  draft: { name?: string; phone?: string; email?: string; address?: string; page?: string };
  takenAt: Date | null;
  snoozedUntil: Date | null;
  teamId: number | null;
  /** As it was written down, before any merge. */
  ownSubscriberId: number | null;
  /** Null for what a base has brought and nobody has worked on since. */
  callbackId: number | null;
  callState: 'waiting' | 'done' | 'given_up';
  dialWith: string;
  sipDomain: string | null;
};

/** Everything the middle pane shows of one conversation. */
export async function openConversation(
  ctx: Ctx,
  { id }: { id: number },
): Promise<Result<z.input<typeof Conversation>>> {
  const found = await findOpened(ctx, id);
  if (!found) return fail('conversations.not_found');
  const [messages, attempts, followUps, history, calendar, settings] = await Promise.all([
    messagesOf(ctx, id),
    attemptsOf(ctx, found.callbackId),
    followUpsOf(ctx, id),
    historyOf(ctx, found),
    loadCalendar(ctx, found.calendarId),
    loadSettings(ctx),
  ]);
  const { name = '', phone = '', email = '', address = '', page = '' } = found.draft;
  return ok({
    ...found,
    draft: { name, phone, email, address, page },
    deadline: whyDeadline(startClock(found.normSeconds, calendar, found.openedAt), found.openedAt),
    dialUri: dialUri(found.phone, found),
    isMine: isMine(ctx, { ownerStaffId: found.owner?.id ?? null, teamId: found.teamId }),
    triesLimit: settings.retryDelaysSeconds.length + 1,
    messages,
    attempts,
    followUps,
    history,
  });
}

async function findOpened(ctx: Ctx, id: number): Promise<Opened | undefined> {
  const { rows } = await sql<Opened>`
    select ${rowColumns}, c.calendar_id, c.contact_draft as draft, c.taken_at, c.snoozed_until,
           c.team_id, c.subscriber_id as own_subscriber_id, cb.id as callback_id,
           coalesce(cb.state, 'done') as call_state, v.dial_with, v.sip_domain
    from   conversations c ${rowJoins}
    join   staff v on v.id = ${me(ctx)}
    where  c.id = ${id} and ${reaches(ctx, 'conversations.view')}`.execute(ctx.db);
  return rows[0];
}

const MOST_ITEMS = 500;

type Past = {
  id: number;
  type: string;
  at: Date;
  actor: string | null;
  facts: Record<string, unknown>;
};

/** Of the journal: what was told before and after the sender was recognised. */
async function historyOf(ctx: Ctx, { id, openedAt, ownSubscriberId }: Opened): Promise<Past[]> {
  const isOfThis = sql`e.subject_kind = 'conversation' and e.subject_id = ${id}
    and e.recorded_at >= ${openedAt}`;
  // events_subject (subject_kind, subject_id, …), events_timeline (subscriber_id, …); of the months
  // since
  const { rows } = await sql<Past>`
    select e.id, e.type, e.occurred_at as at, s.name as actor, e.facts
    from  (select e.id, e.type, e.occurred_at, e.actor_staff_id, e.facts
           from   events e where ${isOfThis} and e.subscriber_id is null
           union all
           select e.id, e.type, e.occurred_at, e.actor_staff_id, e.facts
           from   events e where ${isOfThis} and e.subscriber_id = ${ownSubscriberId}) e
    left   join staff s on s.id = e.actor_staff_id
    order  by e.id
    limit  ${MOST_ITEMS}`.execute(ctx.db);
  return rows;
}
