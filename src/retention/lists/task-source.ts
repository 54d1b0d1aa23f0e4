import { sql } from 'kysely';
import { textsIn } from '../../kernel/i18n/texts.ts';
import { fail } from '../../kernel/result.ts';
import type { OpenTask, Resting, TaskSource } from '../../work/index.ts';
import { type KeptReasons, sayReasons } from '../risk/say-reasons.ts';
import { taskReach } from './lock-task.ts';
import { isToDo, mayBeDone } from '../tasks/to-do.ts';
import { takeTask } from './take-task.ts';

type Row = Omit<OpenTask, 'title' | 'words'> & KeptReasons & { action: string; list: string };

const of = sql`m`;

/** What lists of care have handed out, in the queue of all tasks; the held out stand nowhere. */
export const careTasks: TaskSource = {
  kind: 'care',
  permission: 'retention.work',
  page: async (ctx, { after, limit, isNobodys }) => {
    const from = after
      ? sql`and (m.due_at, m.id) > (${after[0]}::timestamptz, ${after[1]})`
      : sql``;
    // care_list_members_open (due_at, id) where state = 'open'
    const { rows } = await sql<Row>`
      select m.id, r.id as subscriber_id, r.display_name as name, m.action, l.name as list,
             m.tries, m.due_at, m.owner_staff_id is not null as is_mine,
             coalesce(k.reasons, '{}') as reasons, coalesce(k.sides, '{}') as sides,
             coalesce(k.numbers, '{}') as numbers
      from   care_list_members m
      join   care_lists l on l.id = m.list_id
      join   subscribers s on s.id = m.subscriber_id
      join   subscribers r on r.id = s.root_id
      left   join risk_scores k on k.id = r.id
      where  ${mayBeDone(ctx, of, isNobodys)} and ${taskReach(ctx)} ${from}
      order  by m.due_at, m.id limit ${limit}`.execute(ctx.db);
    const { t } = textsIn(ctx.language);
    return rows.map(({ reasons, sides, numbers, action, list, ...task }) => {
      const said = sayReasons({ reasons, sides, numbers }, ctx.language, ctx.operator.currency);
      const title = t(`retention:plan.actions.${action}`);
      return { ...task, title, words: [...said, list].join(' · ') };
    });
  },
  count: async (ctx, most) => {
    // care_list_members_open (due_at, id) where state = 'open'
    const { rows } = await sql<{ count: number }>`
      select count(*) from (
        select from care_list_members m
        join   subscribers s on s.id = m.subscriber_id
        join   subscribers r on r.id = s.root_id
        where  ${mayBeDone(ctx, of, false)} and ${taskReach(ctx)} limit ${most}) of`.execute(
      ctx.db,
    );
    return rows[0]?.count ?? 0;
  },
  resting: async (ctx) => {
    // care_list_members_open (due_at, id) where state = 'open'
    const { rows } = await sql<Resting>`
      select count(*) as count, min(m.starts_at) as "from"
      from   care_list_members m
      join   subscribers s on s.id = m.subscriber_id
      join   subscribers r on r.id = s.root_id
      where  ${isToDo(ctx, of, false)} and ${taskReach(ctx)} and m.starts_at > ${ctx.clock.now()}`.execute(
      ctx.db,
    );
    return rows[0] ?? { count: 0, from: null };
  },
  take: async (ctx, id) => {
    // care_list_members_id, subscribers_pkey
    const { rows } = await sql<{ version: number }>`
      select m.version from care_list_members m
      join   subscribers s on s.id = m.subscriber_id
      join   subscribers r on r.id = s.root_id
      where  m.id = ${id} and ${mayBeDone(ctx, of, true)} and ${taskReach(ctx)}`.execute(ctx.db);
    const [found] = rows;
    if (!found) return fail('retention.changed_meanwhile');
    return takeTask(ctx, { id, version: found.version, isMine: true });
  },
};
