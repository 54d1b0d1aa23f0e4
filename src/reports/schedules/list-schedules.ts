import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { reportsApi } from '../api/reports.ts';

type Shown = z.input<(typeof reportsApi)['GET /api/report-schedules']['output']>;

const MOST = 200;
/** So many of the last sendings are told of each. */
const MOST_SENDINGS = 20;

/** All schedules, those in use first, with what became of the last sendings. */
export async function listSchedules(ctx: Ctx): Promise<Result<Shown>> {
  // report_sendings_schedule_id_due_at_staff_id_key, outgoing_messages_pkey
  const { rows } = await sql<Shown['schedules'][number]>`
    select s.id, s.version, s.ask, s.format, s.rhythm, s.day, s.hour, s.staff_ids, s.is_on,
           s.next_at, p.people, coalesce(l.sendings, '[]') as sendings
    from   report_schedules s
    cross  join lateral (
      select coalesce(json_agg(json_build_object('id', w.id, 'name', w.name) order by w.name), '[]')
               as people
      from   staff w where w.id = any(s.staff_ids)) p
    left   join lateral (
      select json_agg(json_build_object('at', e.due_at, 'name', e.name, 'outcome', e.outcome)
                      order by e.due_at desc, e.name) as sendings
      from  (select d.due_at, w.name,
                    case when m.state = 'sent' then 'sent'
                         when m.state in ('failed', 'unknown') then 'failed'
                         else d.outcome end as outcome
             from   report_sendings d
             join   staff w on w.id = d.staff_id
             left   join outgoing_messages m on m.id = d.outgoing_message_id
             where  d.schedule_id = s.id
             order  by d.due_at desc, d.id limit ${MOST_SENDINGS}) e) l on true
    order  by s.is_on desc, s.id limit ${MOST}`.execute(ctx.db);
  return ok({
    schedules: rows.map((row) => ({
      ...row,
      sendings: row.sendings.map((one) => ({ ...one, at: new Date(one.at) })),
    })),
  });
}
