import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { isVeiledOf, veiledNow } from '../../kernel/veil.ts';
import type { careListsApi } from '../api/care-lists.ts';
import { taskReach } from './lock-task.ts';

type Shown = z.input<(typeof careListsApi)['GET /api/care-lists/{id}/people']['output']>;
type Row = Omit<Shown['people'][number], 'subscriber'> & {
  subscriber: { id: number; name: string };
};

/** So many are shown; whoever wants all has the queue of tasks. */
const MOST = 100;

/**
 * Who was handed out of a list, as far as one works on them: what was done last, then what is open,
 * then what is needed no more. The held out and those still to come stand nowhere, so that nobody
 * treats them otherwise.
 */
export async function listPeople(ctx: Ctx, { id }: { id: number }): Promise<Result<Shown>> {
  // care_list_members_pkey (list_id, subscriber_id), subscribers_pkey
  const { rows } = await sql<Row>`
    select m.id, m.action, m.state, m.outcome, m.tries, m.done_at,
           jsonb_build_object('id', r.id, 'name', r.display_name) as subscriber,
           case when w.id is not null then jsonb_build_object('id', w.id, 'name', w.name)
           end as owner
    from   care_list_members m
    join   subscribers s on s.id = m.subscriber_id
    join   subscribers r on r.id = s.root_id
    left   join staff w on w.id = coalesce(m.done_by, m.owner_staff_id)
    where  m.list_id = ${id} and m.state not in ('held', 'waiting') and ${taskReach(ctx)}
    order  by array_position(array['done', 'open', 'dropped'], m.state), m.done_at desc, m.place
    limit  ${MOST + 1}`.execute(ctx.db);
  const veiled = await veiledNow(ctx);
  const people = rows.slice(0, MOST).map((one) => {
    const { subscriber } = one;
    return isVeiledOf(veiled, subscriber.id)
      ? { ...one, subscriber: { ...subscriber, name: '' } }
      : one;
  });
  return ok({ people, isWhole: rows.length <= MOST });
}
