import { sql } from 'kysely';
import type { z } from 'zod';
import { InstantPlace, makeCursor, placeAfter } from '../../kernel/api/cursor.ts';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { playTasksApi } from '../api/play-tasks.ts';
import { taskReach } from './lock-task.ts';
import { callableFrom, loadPlaySettings } from './settings.ts';

type Route = (typeof playTasksApi)['GET /api/play-tasks'];
type Shown = z.input<Route['output']>;
type Task = Omit<Shown['tasks'][number], 'dueAt'> & { dueAt: Date };

/** Whom to call because a play says so: of one's own and nobody's, the earliest due first. */
export async function listTasks(
  ctx: Ctx,
  { cursor, limit }: z.output<Route['input']>,
): Promise<Result<Omit<Shown, 'tasks'> & { tasks: Task[] }>> {
  const place = placeAfter(cursor, InstantPlace);
  if (!place.ok) return place;
  const from = place.value
    ? sql`and (k.due_at, k.id) > (${place.value[0]}::timestamptz, ${place.value[1]})`
    : sql``;
  const [me, now] = [staffIdOf(ctx.actor), ctx.clock.now()];
  // play_tasks_due (due_at, id) where state = 'open'
  const { rows } = await sql<Task>`
    select k.id, k.aim, r.display_name as name, p.name as play, p.signal, p.reason, k.tries,
           k.due_at, coalesce(k.owner_staff_id = ${me}, false) as is_mine
    from   play_tasks k
    join   plays p on p.id = k.play_id
    join   subscribers s on s.id = k.subscriber_id
    join   subscribers r on r.id = s.root_id
    where  k.state = 'open' and k.starts_at <= ${now}
    and   (k.owner_staff_id is null or k.owner_staff_id = ${me}) and ${taskReach(ctx)} ${from}
    order  by k.due_at, k.id limit ${limit}`.execute(ctx.db);
  const last = rows.length === limit ? rows.at(-1) : undefined;
  const settings = await loadPlaySettings(ctx);
  return ok({
    tasks: rows,
    nextCursor: last ? makeCursor([last.dueAt.toISOString(), last.id]) : null,
    isCallTime: callableFrom(ctx, settings, now) <= now,
    callsFrom: settings.callsFrom,
    callsTo: settings.callsTo,
  });
}
