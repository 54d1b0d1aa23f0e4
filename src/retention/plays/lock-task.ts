import { sql } from 'kysely';
import { visibleTo } from '../../kernel/db/visible-to.ts';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Updateable } from 'kysely';
import type { DB } from '../../kernel/db/connect.ts';
import type { TaskOutcome } from './kinds.ts';

export type StoredTask = {
  id: number;
  version: number;
  playId: number;
  play: string;
  aim: 'keep' | 'win_back';
  subscriberId: number;
  rootId: number;
  offerId: number | null;
  state: 'open' | 'done' | 'dropped';
  tries: number;
  outcome: TaskOutcome | null;
  costMinor: number;
  startsAt: Date;
};

/** Whose tasks somebody reaches; nobody's are everybody's who works on cases. */
export const taskReach = (ctx: Ctx) =>
  visibleTo(ctx, 'retention.work', {
    owner: 'k.ownerStaffId',
    team: 'k.teamId',
    isNobodysSeen: true,
  });

/** A task's row, locked for whoever reaches it and has seen that version. */
export async function lockTask(ctx: Ctx, id: number, version: number): Promise<Result<StoredTask>> {
  // play_tasks_pkey, plays_pkey, subscribers_pkey
  const { rows } = await sql<StoredTask>`
    select k.id, k.version, k.play_id, p.name as play, k.aim, k.subscriber_id, s.root_id,
           p.offer_id, k.state, k.tries, k.outcome, k.cost_minor, k.starts_at
    from   play_tasks k
    join   plays p on p.id = k.play_id
    join   subscribers s on s.id = k.subscriber_id
    where  k.id = ${id} and k.state not in ('held', 'unserved') and ${taskReach(ctx)}
    for    update of k`.execute(ctx.db);
  const [row] = rows;
  if (!row) return fail('retention.no_such_task');
  return row.version === version ? ok(row) : fail('retention.changed_meanwhile');
}

export async function lockOpenTask(
  ctx: Ctx,
  id: number,
  version: number,
): Promise<Result<StoredTask>> {
  const locked = await lockTask(ctx, id, version);
  return locked.ok && locked.value.state !== 'open' ? fail('retention.task_done') : locked;
}

type Told = { type: `retention.play_task_${string}`; facts?: object; note?: string };

/** The one way in which a locked task changes. @returns its version */
export async function writeTask(
  ctx: Ctx,
  row: StoredTask,
  set: Updateable<DB['playTasks']>,
  { type, facts = {}, note = '' }: Told,
): Promise<number> {
  const version = row.version + 1;
  await ctx.db
    .updateTable('playTasks')
    .set({ ...set, version })
    .where('id', '=', row.id)
    .execute();
  await emit(ctx, {
    type,
    subject: { kind: 'play_task', id: row.id },
    subscriberId: row.rootId,
    facts: { playId: row.playId, play: row.play, ...facts },
    ...(note === '' ? {} : { personal: { note } }),
  });
  return version;
}
