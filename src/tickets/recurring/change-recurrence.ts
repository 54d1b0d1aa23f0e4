import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import {
  firstOf,
  readTiming,
  type Recurrence,
  type RecurrenceBody,
  recurrenceColumns,
} from './recurrence-rows.ts';
import { refuseRecurrence } from './refuse-recurrence.ts';

type Change = RecurrenceBody & {
  id: number;
  version: number;
  isPaused: boolean;
  isArchived: boolean;
};

/** Changes it from now on; what fell into a pause is not made up for. */
export async function changeRecurrence(
  ctx: Ctx,
  { id, version, isPaused, isArchived, ...body }: Change,
): Promise<Result<Done>> {
  // ticket_recurrences_pkey
  const { rows } = await sql<Recurrence>`
    select ${recurrenceColumns} from ticket_recurrences where id = ${id} for update`.execute(
    ctx.db,
  );
  const [before] = rows;
  if (!before) return fail('tickets.no_such_recurrence');
  if (before.version !== version) return fail('tickets.changed_meanwhile');
  const rests = isPaused || isArchived;
  const refusal = rests ? null : await refuseRecurrence(ctx, body, id);
  if (refusal) return refusal;
  const timing = await readTiming(ctx, body);
  if (!timing.ok) return timing;
  const next = rests ? null : firstOf(ctx, timing.value);
  const { name, schedule, timeZone, calendarId, offDays, catchUp, template } = body;
  await sql`
    update ticket_recurrences
    set    name = ${name}, schedule = ${JSON.stringify(schedule)}, time_zone = ${timeZone},
           calendar_id = ${calendarId}, off_days = ${offDays}, catch_up = ${catchUp},
           template = ${JSON.stringify(template)}, next_on = ${next?.on ?? null},
           next_at = ${next?.at ?? null}, is_paused = ${isPaused}, version = version + 1,
           archived_at = ${isArchived ? (before.archivedAt ?? ctx.clock.now()) : null}
    where  id = ${id}`.execute(ctx.db);
  await emit(ctx, {
    type: 'tickets.recurrence_changed',
    subject: { kind: 'ticket_recurrence', id },
    facts: { before, after: { ...body, isPaused, isArchived } },
  });
  return ok({});
}
