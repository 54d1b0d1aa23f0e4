import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { isVeiled } from '../../subscribers/index.ts';
import type { careListsApi } from '../api/care-lists.ts';
import { callHours } from '../plays/settings.ts';
import { type KeptReasons, sayReasons } from '../risk/say-reasons.ts';
import { phoneOf } from '../tasks/phone-of.ts';
import { taskReach } from './lock-task.ts';

type Shown = z.input<(typeof careListsApi)['GET /api/care-tasks/{id}']['output']>;
type Found = Omit<Shown, 'reasons' | 'isCallTime' | 'callsFrom' | 'callsTo' | 'subscriber'> &
  KeptReasons & { subscriber: { id: number; name: string } };

/** For whom something is to be done, why, and how they are called in the hours for it. */
export async function showTask(ctx: Ctx, { id }: { id: number }): Promise<Result<Shown>> {
  // care_list_members_id, care_lists_pkey, risk_scores_pkey, contacts_subscriber
  const { rows } = await sql<Found>`
    select m.id, m.version, l.name as list, m.action, m.takes_call,
           m.incentive_minor, l.currency, m.state, m.tries, m.due_at,
           m.outcome, m.note, m.done_at, l.ended_at is not null as is_over,
           jsonb_build_object('id', r.id, 'name', r.display_name) as subscriber,
           case when w.id is not null then jsonb_build_object('id', w.id, 'name', w.name)
           end as owner,
           coalesce(k.reasons, '{}') as reasons, coalesce(k.sides, '{}') as sides,
           coalesce(k.numbers, '{}') as numbers,
           ${phoneOf(sql`r.id`)} as phone
    from   care_list_members m
    join   care_lists l on l.id = m.list_id
    join   subscribers s on s.id = m.subscriber_id
    join   subscribers r on r.id = s.root_id
    left   join risk_scores k on k.id = r.id
    left   join staff w on w.id = m.owner_staff_id
    where  m.id = ${id} and m.state not in ('held', 'waiting')
    and    ${taskReach(ctx)}`.execute(ctx.db);
  const [found] = rows;
  if (!found) return fail('retention.no_such_task');
  const { reasons, sides, numbers, ...task } = found;
  const hours = await callHours(ctx);
  const isHidden = await isVeiled(ctx, task.subscriber.id);
  const said = sayReasons({ reasons, sides, numbers }, ctx.language, ctx.operator.currency);
  const shown = { ...task, ...hours, reasons: said };
  const subscriber = { ...task.subscriber, name: '' };
  if (isHidden) return ok({ ...shown, subscriber, reasons: [], note: '', phone: null });
  return ok({ ...shown, phone: hours.isCallTime ? task.phone : null });
}
