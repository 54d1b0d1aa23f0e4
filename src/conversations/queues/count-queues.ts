import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { inQueue } from './list-queue.ts';
import { me, reaches } from '../reach.ts';

type Counts = {
  mine: number;
  offered: number;
  nobody: number;
  all: number;
  retry: number;
  followUpsDue: number;
};

/** How many stand in each queue; looks only at what is not closed. */
export async function countQueues(ctx: Ctx): Promise<Result<Counts>> {
  // conversations_queue, conversations_owner, follow_ups_due (staff_id, due_at, id)
  const { rows } = await sql<Counts>`
    select count(*) filter (where ${inQueue(ctx, 'mine')})    as mine,
           count(*) filter (where ${inQueue(ctx, 'offered')}) as offered,
           count(*) filter (where ${inQueue(ctx, 'nobody')})  as nobody,
           count(*) filter (where ${inQueue(ctx, 'retry')})   as retry,
           count(*) as "all",
           (select count(*) from follow_ups u
            where  u.staff_id = ${me(ctx)} and u.done_at is null
            and    u.due_at <= ${ctx.clock.now()}) as follow_ups_due
    from   conversations c
    where  c.state <> 'closed' and ${reaches(ctx, 'conversations.view')}`.execute(ctx.db);
  const [counts] = rows;
  if (!counts) throw new Error('a count has one row');
  return ok(counts);
}
