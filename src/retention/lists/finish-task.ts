import { sql } from 'kysely';
import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { startNorm } from '../../norms/index.ts';
import { refuseVeiled } from '../../subscribers/index.ts';
import type { careListsApi } from '../api/care-lists.ts';
import type { memberStates } from './outcomes.ts';
import { careNorm } from './open-tasks.ts';
import { taskReach } from './task-reach.ts';

type Input = z.output<
  (typeof careListsApi)['PUT /api/care-tasks/{listId}/{subscriberId}']['input']
>;
type Finished = { state: (typeof memberStates)[number] };
type Task = {
  rootId: number;
  list: string;
  action: string;
  tries: number;
  isDone: boolean;
  isOver: boolean;
  incentiveMinor: number;
  contactMinor: number;
  spentMinor: number;
};

/** Whom nobody reaches in so many tries is left in peace. */
const MOST_TRIES = 3;
const DAY_MS = 86_400_000;

/**
 * Writes down what a task has come to. Where nobody answered it is due again the next day, until it
 * was tried often enough. No outcome: what was written is taken back.
 */
export async function finishTask(ctx: Ctx, input: Input): Promise<Result<Finished>> {
  const { listId, subscriberId, tries, outcome, note } = input;
  // care_list_members_pkey, care_lists_pkey, subscribers_pkey
  const { rows } = await sql<Task>`
    select s.root_id, l.name as list, m.action, m.tries, m.state = 'done' as is_done,
           l.ended_at is not null as is_over,
           m.incentive_minor, m.spent_minor,
           case when m.takes_call then l.contact_minor else 0 end as contact_minor
    from   care_list_members m
    join   care_lists l on l.id = m.list_id
    join   subscribers s on s.id = m.subscriber_id
    join   subscribers r on r.id = s.root_id
    where  m.list_id = ${listId} and m.subscriber_id = ${subscriberId}
    and    m.state in ('open', 'done') and ${taskReach(ctx)}
    for    update of m`.execute(ctx.db);
  const [task] = rows;
  if (!task) return fail('retention.no_such_task');
  if (task.tries !== tries || task.isDone === (outcome !== null)) {
    return fail('retention.changed_meanwhile');
  }
  if (outcome === null && task.isOver) return fail('retention.list_over');
  const veiled = await refuseVeiled(ctx, [task.rootId]);
  if (veiled) return veiled;
  const change = await changeOf(ctx, task, outcome, note);
  await ctx.db
    .updateTable('careListMembers')
    .set(change)
    .where('listId', '=', listId)
    .where('subscriberId', '=', subscriberId)
    .execute();
  await emit(ctx, {
    type: outcome === null ? 'retention.care_reopened' : 'retention.care_done',
    subject: { kind: 'care_list', id: listId },
    subscriberId: task.rootId,
    facts: { list: task.list, action: task.action, outcome },
    ...(note === '' ? {} : { personal: { note } }),
  });
  return ok({ state: change.state });
}

async function changeOf(ctx: Ctx, task: Task, outcome: Input['outcome'], note: string) {
  const now = ctx.clock.now();
  const { incentiveMinor, contactMinor, spentMinor, tries } = task;
  if (outcome === null) {
    const back = { outcome: null, doneAt: null, doneBy: null, note: '' };
    return { ...back, state: 'open' as const, spentMinor: tries * contactMinor };
  }
  const isAgain = outcome === 'unreached' && tries + 1 < MOST_TRIES;
  const spent = { spentMinor: spentMinor + contactMinor, note };
  if (isAgain) {
    const { dueAt } = await startNorm(ctx, careNorm.kind, new Date(now.getTime() + DAY_MS));
    return { ...spent, state: 'open' as const, tries: tries + 1, dueAt };
  }
  const isTaken = outcome === 'taken';
  return {
    ...spent,
    ...(isTaken && { spentMinor: spent.spentMinor + incentiveMinor }),
    ...(outcome === 'unreached' && { tries: tries + 1 }),
    state: 'done' as const,
    outcome,
    doneAt: now,
    doneBy: staffIdOf(ctx.actor),
  };
}
