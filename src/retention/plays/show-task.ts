import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { isVeiled } from '../../subscribers/index.ts';
import type { playTasksApi } from '../api/play-tasks.ts';
import { phoneOf } from '../tasks/phone-of.ts';
import { taskReach } from './lock-task.ts';
import { callHours } from './settings.ts';

type Shown = z.input<(typeof playTasksApi)['GET /api/play-tasks/{id}']['output']>;

type Found = Omit<Shown, 'isCallTime' | 'callsFrom' | 'callsTo' | 'subscriber'> & {
  subscriber: { id: number; name: string };
};

/** Whom to call, why, and what to say; the phone only in the hours in which people are called. */
export async function showTask(ctx: Ctx, { id }: { id: number }): Promise<Result<Shown>> {
  // play_tasks_pkey, contacts_subscriber, accounts_subscriber
  const { rows } = await sql<Found>`
    select k.id, k.version, k.aim, k.state, k.signalled_at, k.due_at, k.tries, k.outcome, k.note,
           k.done_at, jsonb_build_object('id', r.id, 'name', r.display_name) as subscriber,
           p.name as play, p.signal, p.bound, g.name as segment, p.reason, p.action, p.words,
           case when w.id is not null then jsonb_build_object('id', w.id, 'name', w.name)
           end as owner,
           case when o.id is not null then jsonb_build_object(
             'id', o.id, 'name', o.name, 'kind', o.kind, 'words', o.words) end as offer,
           ${phoneOf(sql`r.id`)} as phone,
           (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'number', a.number)
                     order by a.id), '[]')
            from   subscribers m join accounts a on a.subscriber_id = m.id
            where  m.root_id = r.id and a.state <> 'closed') as accounts
    from   play_tasks k
    join   plays p on p.id = k.play_id
    join   subscribers s on s.id = k.subscriber_id
    join   subscribers r on r.id = s.root_id
    left   join segments g on g.id = p.segment_id
    left   join retention_offers o on o.id = p.offer_id
    left   join staff w on w.id = k.owner_staff_id
    where  k.id = ${id} and k.state not in ('held', 'unserved') and ${taskReach(ctx)}`.execute(
    ctx.db,
  );
  const [found] = rows;
  if (!found) return fail('retention.no_such_task');
  const hours = await callHours(ctx);
  const isHidden = await isVeiled(ctx, found.subscriber.id);
  const phone = hours.isCallTime && !isHidden ? found.phone : null;
  const shown = { ...found, ...hours, phone };
  if (!isHidden) return ok(shown);
  const subscriber = { ...found.subscriber, name: '' };
  return ok({ ...shown, subscriber, note: '', accounts: [] });
}
