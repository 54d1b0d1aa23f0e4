import { sql } from 'kysely';
import type { z } from 'zod';
import type { CardPart } from '../../subscribers/index.ts';
import type { PointsPart } from '../api/members.ts';
import { reaches } from '../reach.ts';
import { balanceOf } from './balance-of.ts';

type Part = z.input<typeof PointsPart>;
type Row = Omit<Part, 'balance' | 'expiring' | 'currency'> & { walletId: number };

/** Points, level, and what is missing to the next, for whoever may see them. */
export const pointsPart: CardPart = {
  key: 'points',
  load: async (ctx, ids): Promise<Part | null> => {
    // loyalty_members_pkey, paid_months_subscriber, point_earnings_subscriber,
    // kept_discounts_standing
    const { rows } = await sql<Row>`
      select b.wallet_id, b.code, '/points/' || b.page_key as page_path,
             b.year_points, b.level_falls_on, h.name as household,
             case when v.id is not null then jsonb_build_object(
               'name', v.name, 'extraPercent', v.extra_percent) end as level,
             (select jsonb_build_object('name', n.name, 'missing', n.from_points - b.year_points)
              from   loyalty_levels n where n.from_points > b.year_points
              order  by n.from_points limit 1) as next,
             coalesce((select m.streak from paid_months m where m.subscriber_id = s.id
                       order by m.month desc limit 1), 0) as streak,
             coalesce((select sum(e.points) from point_earnings e
                       where  e.subscriber_id = s.id and e.state = 'pending'), 0)::bigint
               as pending,
             coalesce((select k.percent from kept_discounts k
                       where  k.subscriber_id = s.id and k.kind = 'privilege'
                       and    k.ended_on is null), 0) as privilege,
             (select point_minor from loyalty_settings) as point_minor
      from   subscribers s
      join   loyalty_members b on b.subscriber_id = s.id
      join   point_wallets w on w.id = b.wallet_id
      left   join households h on h.id = w.household_id
      left   join loyalty_levels v on v.id = b.level_id
      where  s.id = ${ids[0] ?? 0} and ${reaches(ctx, 'loyalty.work')}`.execute(ctx.db);
    const [row] = rows;
    if (!row) return null;
    const { walletId, ...rest } = row;
    return { ...rest, ...(await balanceOf(ctx, walletId)), currency: ctx.operator.currency };
  },
};
