import { sql } from 'kysely';
import { me } from '../conversations/index.ts';
import { textsIn } from '../kernel/i18n/texts.ts';
import { isUnderVeil, veiledNow } from '../kernel/veil.ts';
import { type HomeCard, MOST_COUNTED, MOST_HOME_ROWS } from '../work/index.ts';
import { reaches } from './reach.ts';

/** Wishes to leave that are mine or nobody's, the earliest due first. */
export const casesCard: HomeCard = {
  key: 'retention.cases',
  title: (ctx) => textsIn(ctx.language).t('retention:home.cases'),
  permission: 'retention.work',
  order: 50,
  path: '/cases',
  read: async (ctx) => {
    const now = ctx.clock.now();
    // retention_cases_owner, retention_cases_one_open
    const { rows } = await sql<{ id: number; name: string | null; words: string; dueAt: Date }>`
      select c.id, coalesce(w.name, '') as words, coalesce(c.call_at, c.due_at) as due_at,
             case when not ${isUnderVeil(await veiledNow(ctx), sql`r.id`)}
                  then r.display_name end as name
      from   retention_cases c
      join   subscribers s on s.id = c.subscriber_id
      join   subscribers r on r.id = s.root_id
      left   join staff w on w.id = c.owner_staff_id
      where  c.state = 'open' and (c.owner_staff_id is null or c.owner_staff_id = ${me(ctx)})
      and    ${reaches(ctx, 'retention.work')}
      order  by 3, c.id limit ${MOST_COUNTED}`.execute(ctx.db);
    if (rows.length === 0) return null;
    return {
      count: rows.length,
      rows: rows.slice(0, MOST_HOME_ROWS).map(({ id, name, words, dueAt }) => ({
        title: name,
        words,
        at: dueAt,
        isLate: dueAt <= now,
        path: `/cases/${id}`,
      })),
    };
  },
};
