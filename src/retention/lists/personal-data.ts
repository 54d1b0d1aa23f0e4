import { sql } from 'kysely';
import type { Eraser, PersonalDataSource } from '../../subscribers/index.ts';

/** What was done for a person so that they stay; and where chance has left them alone. */
export const toldOfCare: PersonalDataSource = {
  section: 'care',
  choices: {
    action: (value) => `plan.actions.${value}`,
    outcome: (value) => `lists.outcomes.${value}`,
  },
  load: async (ctx, ids) => {
    // care_list_members_subscriber, care_lists_pkey
    const { rows } = await sql<Record<string, unknown>>`
      select l.name as list, m.action, m.outcome, m.note, l.started_on, m.done_at,
             m.state = 'held' as is_held
      from   care_list_members m join care_lists l on l.id = m.list_id
      where  m.subscriber_id = any(${ids}::bigint[]) order by m.list_id`.execute(ctx.db);
    return rows;
  },
};

/** Forgets what was written; that they stayed or left is counted on, of nobody by name. */
export const careEraser: Eraser = {
  erase: async (ctx, ids) => {
    await sql`
      update care_list_members
      set    note = '',
             state = case when state in ('waiting', 'open') then 'dropped' else state end,
             done_at = case when state in ('waiting', 'open') then ${ctx.clock.now()}
                            else done_at end
      where  subscriber_id = any(${ids}::bigint[])`.execute(ctx.db);
  },
};
