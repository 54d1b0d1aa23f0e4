import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { normsApi } from '../api/norms.ts';

type Input = z.output<(typeof normsApi)['PUT /api/ticket-norms']['input']>;

/** Promises something else from now on; clocks that run keep the promise they began with. */
export async function setNorm(ctx: Ctx, input: Input): Promise<Result<{ id: number }>> {
  const { kind, categoryId, priority, targetSeconds, calendarId } = input;
  if (categoryId === null && priority === null) return fail('tickets.norm_of_all');
  const { rows: known } = await sql<{ isCategory: boolean; isCalendar: boolean }>`
    select ${categoryId}::bigint is null
           or exists (select from ticket_categories where id = ${categoryId}) as is_category,
           exists (select from calendars where id = ${calendarId}) as is_calendar`.execute(ctx.db);
  if (!known[0]?.isCategory) return fail('tickets.no_such_category');
  if (!known[0].isCalendar) return fail('tickets.no_such_calendar');
  const { rows } = await sql<{ id: number }>`
    insert into ticket_norms (kind, category_id, priority, target_seconds, calendar_id)
    values (${kind}, ${categoryId}, ${priority}, ${targetSeconds}, ${calendarId})
    on conflict (kind, category_id, priority) do update
       set target_seconds = excluded.target_seconds, calendar_id = excluded.calendar_id
    returning id`.execute(ctx.db);
  const id = rows[0]?.id ?? 0;
  await emit(ctx, {
    type: 'tickets.norm_set',
    subject: { kind: 'ticket_norm', id },
    facts: { after: input },
  });
  return ok({ id });
}
