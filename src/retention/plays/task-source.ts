import { sql } from 'kysely';
import { fail } from '../../kernel/result.ts';
import type { OpenTask, Resting, TaskSource } from '../../work/index.ts';
import { taskReach } from './lock-task.ts';
import { isToDo, mayBeDone } from '../tasks/to-do.ts';
import { takeTask } from './take-task.ts';

const of = sql`k`;

/** Whom to call because a play says so, in the queue of all tasks. */
export const playTasks: TaskSource = {
  kind: 'play',
  permission: 'retention.work',
  page: async (ctx, { after, limit, isNobodys }) => {
    const from = after
      ? sql`and (k.due_at, k.id) > (${after[0]}::timestamptz, ${after[1]})`
      : sql``;
    // play_tasks_due (due_at, id) where state = 'open'
    const { rows } = await sql<OpenTask>`
      select k.id, r.id as subscriber_id, r.display_name as name, p.name as title, '' as words,
             k.tries, k.due_at, k.owner_staff_id is not null as is_mine
      from   play_tasks k
      join   plays p on p.id = k.play_id
      join   subscribers s on s.id = k.subscriber_id
      join   subscribers r on r.id = s.root_id
      where  ${mayBeDone(ctx, of, isNobodys)} and ${taskReach(ctx)} ${from}
      order  by k.due_at, k.id limit ${limit}`.execute(ctx.db);
    return rows;
  },
  count: async (ctx, most) => {
    // play_tasks_due (due_at, id) where state = 'open'
    const { rows } = await sql<{ count: number }>`
      select count(*) from (
        select from play_tasks k where ${mayBeDone(ctx, of, false)} and ${taskReach(ctx)} limit ${most}) of`.execute(
      ctx.db,
    );
    return rows[0]?.count ?? 0;
  },
  resting: async (ctx) => {
    // play_tasks_due (due_at, id) where state = 'open'
    const { rows } = await sql<Resting>`
      select count(*) as count, min(k.starts_at) as "from"
      from   play_tasks k
      where  ${isToDo(ctx, of, false)} and ${taskReach(ctx)}
      and    k.starts_at > ${ctx.clock.now()}`.execute(ctx.db);
    return rows[0] ?? { count: 0, from: null };
  },
  take: async (ctx, id) => {
    // play_tasks_pkey
    const { rows } = await sql<{ version: number }>`
      select k.version from play_tasks k
      where  k.id = ${id} and ${mayBeDone(ctx, of, true)} and ${taskReach(ctx)}`.execute(ctx.db);
    const [found] = rows;
    if (!found) return fail('retention.changed_meanwhile');
    return takeTask(ctx, { id, version: found.version, isMine: true });
  },
};
