import { sql } from 'kysely';
import type { z } from 'zod';
import { InstantPlace, makeCursor, placeAfter } from '../../kernel/api/cursor.ts';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { tasksApi } from '../api/tasks.ts';
import { reaches } from '../reach.ts';

type Route = (typeof tasksApi)['GET /api/deal-tasks'];
type Task = Omit<z.input<Route['output']>['tasks'][number], 'dueAt'> & { dueAt: Date };

/**
 * What is to be done by the one who asks in deals that are open, the earliest first; of closed ones
 * what is still to be brought back.
 */
export async function listTasks(
  ctx: Ctx,
  { cursor, limit }: z.output<Route['input']>,
): Promise<Result<{ tasks: Task[]; nextCursor: string | null }>> {
  const place = placeAfter(cursor, InstantPlace);
  if (!place.ok) return place;
  const me = staffIdOf(ctx.actor);
  const from = place.value
    ? sql`and (k.due_at, k.id) > (${place.value[0]}::timestamptz, ${place.value[1]})`
    : sql``;
  // deal_tasks_staff (staff_id, due_at, id) where done_at is null; deals_load (owner_staff_id)
  // where state = 'open', deal_tasks_open (deal_id) and deal_tasks_equipment (equipment_id), both
  // where done_at is null
  const { rows } = await sql<Task>`
    select k.id, k.deal_id, d.name, g.name as stage, k.text, k.due_at
    from   (select id from deal_tasks where staff_id = ${me} and done_at is null
            union all
            select t.id from deals o join deal_tasks t on t.deal_id = o.id
            where  o.owner_staff_id = ${me} and o.state = 'open'
            and    t.staff_id is null and t.done_at is null
            union all
            select t.id from deal_tasks t join deals o on o.id = t.deal_id
            where  t.equipment_id is not null and t.done_at is null
            and    o.owner_staff_id = ${me} and o.state <> 'open') mine
    join   deal_tasks k on k.id = mine.id
    join   deals d on d.id = k.deal_id and (d.state = 'open' or k.equipment_id is not null)
    join   pipeline_stages g on g.id = d.stage_id
    where  ${reaches(ctx, 'sales.work')} ${from}
    order  by k.due_at, k.id
    limit  ${limit}`.execute(ctx.db);
  const last = rows.length === limit ? rows.at(-1) : undefined;
  const nextCursor = last ? makeCursor([last.dueAt.toISOString(), last.id]) : null;
  return ok({ tasks: rows, nextCursor });
}
