import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { recurringApi } from '../api/recurring.ts';
import { recurrenceColumns } from './recurrence-rows.ts';

type Listed = z.input<(typeof recurringApi)['GET /api/ticket-recurrences']['output']>;

/** By name; those no longer used stand last. There are dozens at most. */
export async function listRecurrences(ctx: Ctx): Promise<Result<Listed>> {
  // ticket_recurrence_days_pkey
  const { rows } = await sql<Listed['recurrences'][number]>`
    select ${recurrenceColumns}, archived_at is not null as is_archived,
           coalesce((select jsonb_agg(jsonb_build_object('on', d.occurs_on,
                              'ticketId', d.ticket_id, 'reason', d.reason)
                              order by d.occurs_on desc)
                     from  (select occurs_on, ticket_id, reason from ticket_recurrence_days
                            where  recurrence_id = r.id
                            order  by occurs_on desc limit 5) d), '[]') as last_days
    from   ticket_recurrences r
    order  by archived_at is not null, name`.execute(ctx.db);
  const { timeZone } = ctx.operator;
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(ctx.clock.now());
  return ok({ recurrences: rows, timeZone, today });
}
