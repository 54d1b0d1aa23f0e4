import { sql } from 'kysely';
import { textsIn } from '../kernel/i18n/texts.ts';
import { isUnderVeil, veiledNow } from '../kernel/veil.ts';
import { me } from '../conversations/index.ts';
import { today } from '../subscribers/index.ts';
import { type HomeCard, MOST_COUNTED, MOST_HOME_ROWS } from '../work/index.ts';
import { beginning } from './months.ts';
import { reaches } from './reach.ts';

type Row = { id: number; name: string | null; words: string; at: Date };

/** My deals whose next step, or the time of whose stage, ends today or has ended. */
export const dueCard: HomeCard = {
  key: 'sales.due',
  title: (ctx) => textsIn(ctx.language).t('sales:home.due'),
  permission: 'sales.work',
  order: 40,
  path: '/deals',
  read: async (ctx) => {
    // deals_owner
    const { rows } = await sql<Row>`
      select d.id, least(d.next_at, d.due_at) as at,
             case when not v.is_veiled then d.name end as name,
             case when v.is_veiled then '' else d.next_step end as words
      from   deals d
      cross  join lateral (
        select ${isUnderVeil(await veiledNow(ctx), sql`d.subscriber_id`)} as is_veiled) v
      where  d.owner_staff_id = ${me(ctx)} and d.state = 'open' and ${reaches(ctx, 'sales.work')}
      and    least(d.next_at, d.due_at) < ${beginning(ctx, today(ctx))} + interval '1 day'
      order  by 2, d.id limit ${MOST_COUNTED}`.execute(ctx.db);
    return cardOf(rows, ctx.clock.now());
  },
};

/** Quotes of my deals that wait for an answer, those that end soonest first. */
export const quotesCard: HomeCard = {
  key: 'sales.quotes',
  title: (ctx) => textsIn(ctx.language).t('sales:home.quotes'),
  permission: 'sales.work',
  order: 45,
  path: '/deals',
  read: async (ctx) => {
    // deals_owner, quotes_deal
    const { rows } = await sql<Row>`
      select d.id, '' as words,
             ((min(q.valid_until) + 1)::timestamp at time zone ${ctx.operator.timeZone}) as at,
             case when not ${isUnderVeil(await veiledNow(ctx), sql`d.subscriber_id`)}
                  then d.name end as name
      from   deals d join quotes q on q.deal_id = d.id
      where  d.owner_staff_id = ${me(ctx)} and d.state = 'open' and ${reaches(ctx, 'sales.work')}
      and    q.state = 'offered' and q.valid_until >= ${today(ctx)}
      group  by d.id order by 3, d.id limit ${MOST_COUNTED}`.execute(ctx.db);
    return cardOf(rows, ctx.clock.now());
  },
};

const cardOf = (rows: readonly Row[], now: Date) =>
  rows.length === 0
    ? null
    : {
        count: rows.length,
        rows: rows.slice(0, MOST_HOME_ROWS).map(({ id, name, words, at }) => ({
          title: name,
          words,
          at,
          isLate: at <= now,
          path: `/deals/${id}`,
        })),
      };
