import { sql, type Updateable } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import type { DB } from '../../kernel/db/connect.ts';
import { visibleTo } from '../../kernel/db/visible-to.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { careActions } from '../plan/action-keys.ts';

export type StoredTask = {
  id: number;
  version: number;
  rootId: number;
  list: string;
  action: (typeof careActions)[number];
  ownerStaffId: number | null;
  state: 'open' | 'done' | 'dropped';
  tries: number;
  isOver: boolean;
  incentiveMinor: number;
  contactMinor: number;
  spentMinor: number;
};

/**
 * Whose tasks one works on, of members `m`: one's own, and by the subscribers `r` they are about;
 * nobody's are everybody's.
 */
export const taskReach = (ctx: Ctx) => sql<boolean>`(m.owner_staff_id = ${staffIdOf(ctx.actor)}
  or ${visibleTo(ctx, 'retention.work', {
    owner: 'r.ownerStaffId',
    team: 'r.teamId',
    isNobodysSeen: true,
  })})`;

/** A task's row, locked for whoever reaches it and has seen that version. */
export async function lockTask(ctx: Ctx, id: number, version: number): Promise<Result<StoredTask>> {
  // care_list_members_id, care_lists_pkey, subscribers_pkey
  const { rows } = await sql<StoredTask>`
    select m.id, m.version, s.root_id, l.name as list, m.action, m.owner_staff_id, m.state,
           m.tries, l.ended_at is not null as is_over, m.incentive_minor, m.spent_minor,
           case when m.takes_call then l.contact_minor else 0 end as contact_minor
    from   care_list_members m
    join   care_lists l on l.id = m.list_id
    join   subscribers s on s.id = m.subscriber_id
    join   subscribers r on r.id = s.root_id
    where  m.id = ${id} and m.state not in ('held', 'waiting') and ${taskReach(ctx)}
    for    update of m`.execute(ctx.db);
  const [row] = rows;
  if (!row) return fail('retention.no_such_task');
  return row.version === version ? ok(row) : fail('retention.changed_meanwhile');
}

type Told = { type: `retention.care_${string}`; facts?: object; note?: string };

/** The one way in which a locked task changes. @returns its version */
export async function writeTask(
  ctx: Ctx,
  row: StoredTask,
  set: Updateable<DB['careListMembers']>,
  { type, facts = {}, note = '' }: Told,
): Promise<number> {
  const version = row.version + 1;
  await ctx.db
    .updateTable('careListMembers')
    .set({ ...set, version })
    .where('id', '=', row.id)
    .execute();
  await emit(ctx, {
    type,
    subject: { kind: 'care_task', id: row.id },
    subscriberId: row.rootId,
    facts: { list: row.list, action: row.action, ...facts },
    ...(note === '' ? {} : { personal: { note } }),
  });
  return version;
}
