import { sql } from 'kysely';
import type { z } from 'zod';
import { InstantPlace, makeCursor, placeAfter } from '../../kernel/api/cursor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { isVeiledOf, veiledNow } from '../../kernel/veil.ts';
import type { careListsApi } from '../api/care-lists.ts';
import { type KeptReasons, sayReasons } from '../risk/say-reasons.ts';
import { taskReach } from './task-reach.ts';

type Route = (typeof careListsApi)['GET /api/care-tasks'];
type Task = Omit<z.input<Route['output']>['tasks'][number], 'dueAt' | 'subscriberId'> & {
  subscriberId: number;
  dueAt: Date;
};
type Row = Omit<Task, 'reasons'> & KeptReasons;

/** Tasks that were handed out and wait, with what may be said; the held out stand nowhere. */
export async function listTasks(
  ctx: Ctx,
  { cursor, limit }: z.output<Route['input']>,
): Promise<Result<{ tasks: Task[]; nextCursor: string | null }>> {
  const place = placeAfter(cursor, InstantPlace);
  if (!place.ok) return place;
  const from = place.value
    ? sql`and (m.due_at, m.subscriber_id) > (${place.value[0]}::timestamptz, ${place.value[1]})`
    : sql``;
  // care_list_members_open (due_at, subscriber_id) where state = 'open'
  const { rows } = await sql<Row>`
    select m.list_id, m.subscriber_id, r.display_name as name, l.name as list, m.action, m.tries,
           m.due_at, coalesce(k.reasons, '{}') as reasons, coalesce(k.sides, '{}') as sides,
           coalesce(k.numbers, '{}') as numbers
    from   care_list_members m
    join   care_lists l on l.id = m.list_id
    join   subscribers s on s.id = m.subscriber_id
    join   subscribers r on r.id = s.root_id
    left   join risk_scores k on k.id = r.id
    where  m.state = 'open' and ${taskReach(ctx)} ${from}
    order  by m.due_at, m.subscriber_id limit ${limit}`.execute(ctx.db);
  const veiled = await veiledNow(ctx);
  const tasks = rows.map(({ reasons, sides, numbers, ...row }): Task => {
    const isHidden = isVeiledOf(veiled, row.subscriberId);
    const kept = { reasons, sides, numbers };
    const said = isHidden ? [] : sayReasons(kept, ctx.language, ctx.operator.currency);
    return { ...row, name: isHidden ? '' : row.name, reasons: said.join('; ') };
  });
  const last = rows.length === limit ? rows.at(-1) : undefined;
  const nextCursor = last ? makeCursor([last.dueAt.toISOString(), last.subscriberId]) : null;
  return ok({ tasks, nextCursor });
}
