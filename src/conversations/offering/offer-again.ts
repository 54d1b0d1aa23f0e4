import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { loadCalendars } from '../../norms/index.ts';
import { loadSettings, offeringFrom } from '../settings/desk-clock.ts';
import { indexConversations } from '../search/index-conversations.ts';
import type { Locked } from '../record/lock-conversation.ts';
import { endUntoldCalls } from '../callbacks/start-call.ts';

type Offerable = Pick<Locked, 'id' | 'calendarId' | 'normSeconds' | 'touchDueAt' | 'touchedAt'>;

/**
 * Makes locked conversations nobody's, to be offered from now on; one that is put aside is offered
 * when it wakes. Calls of which nothing was told end.
 */
export async function offerAgain(ctx: Ctx, rows: readonly Offerable[]): Promise<void> {
  if (rows.length === 0) return;
  const settings = await loadSettings(ctx);
  const calendars = await loadCalendars(ctx, [...new Set(rows.map((row) => row.calendarId))]);
  const changes = rows.flatMap((row) => {
    const calendar = calendars.get(row.calendarId);
    if (!calendar) return [];
    return [{ id: row.id, ...offeringFrom(row, ctx.clock.now(), calendar, settings) }];
  });
  await sql`
    update conversations c
    set    owner_staff_id = null, taken_at = null, offer_from = x.offer_from,
           escalate_at = x.escalate_at, version = version + 1
    from   unnest(${changes.map((one) => one.id)}::bigint[],
                  ${changes.map((one) => one.offerFrom)}::timestamptz[],
                  ${changes.map((one) => one.escalateAt)}::timestamptz[])
             as x (id, offer_from, escalate_at)
    where  c.id = x.id`.execute(ctx.db);
  const ids = changes.map((one) => one.id);
  await endUntoldCalls(ctx, ids);
  await indexConversations(ctx, ids);
}
