import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { firstOf, readTiming, type RecurrenceBody } from './recurrence-rows.ts';
import { refuseRecurrence } from './refuse-recurrence.ts';

/** Lets a ticket be opened again and again, from now on. */
export async function createRecurrence(
  ctx: Ctx,
  body: RecurrenceBody,
): Promise<Result<{ id: number }>> {
  const refusal = await refuseRecurrence(ctx, body, null);
  if (refusal) return refusal;
  const timing = await readTiming(ctx, body);
  if (!timing.ok) return timing;
  const next = firstOf(ctx, timing.value);
  const { name, schedule, timeZone, calendarId, offDays, catchUp, template } = body;
  const { rows } = await sql<{ id: number }>`
    insert into ticket_recurrences (name, schedule, time_zone, calendar_id, off_days, catch_up,
      template, next_on, next_at, created_at)
    values (${name}, ${JSON.stringify(schedule)}, ${timeZone}, ${calendarId}, ${offDays},
      ${catchUp}, ${JSON.stringify(template)}, ${next?.on ?? null}, ${next?.at ?? null},
      ${ctx.clock.now()})
    returning id`.execute(ctx.db);
  const id = rows[0]?.id ?? 0;
  await emit(ctx, {
    type: 'tickets.recurrence_created',
    subject: { kind: 'ticket_recurrence', id },
    facts: { after: body },
  });
  return ok({ id });
}
