import { sql } from 'kysely';
import { textsIn } from '../kernel/i18n/texts.ts';
import { type HomeCard, MOST_COUNTED, MOST_HOME_ROWS } from '../work/index.ts';
import { me, reaches } from './reach.ts';

/** My tickets on which it is our turn, the earliest due first. */
export const mineCard: HomeCard = {
  key: 'tickets.mine',
  title: (ctx) => textsIn(ctx.language).t('tickets:home.mine'),
  permission: 'tickets.work',
  order: 20,
  path: '/tickets',
  read: async (ctx) => {
    // tickets_owner
    const { rows } = await sql<{ id: number; subject: string; dueAt: Date | null }>`
      select t.id, t.subject, t.due_at from tickets t
      where  t.owner_staff_id = ${me(ctx)} and t.state = 'ours' and t.merged_into_id is null
      and    ${reaches(ctx, 'tickets.work')}
      order  by t.due_at nulls last, t.id limit ${MOST_COUNTED}`.execute(ctx.db);
    if (rows.length === 0) return null;
    return {
      count: rows.length,
      rows: rows.slice(0, MOST_HOME_ROWS).map(({ id, subject, dueAt }) => ({
        title: subject,
        words: '',
        at: dueAt,
        isLate: dueAt !== null && dueAt <= ctx.clock.now(),
        path: `/tickets/${id}`,
      })),
    };
  },
};
