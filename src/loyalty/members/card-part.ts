import { sql } from 'kysely';
import type { z } from 'zod';
import type { CardPart } from '../../subscribers/index.ts';
import type { PointsPart } from '../api/members.ts';
import { pathOf } from '../own-page/path-of.ts';
import { reaches } from '../reach.ts';
import { balanceOf } from './balance-of.ts';
import { keptPercent, monthsInTime, nextLevel, pendingPoints } from './standing.ts';

type Part = z.input<typeof PointsPart>;
type Row = Omit<Part, 'balance' | 'expiring' | 'currency' | 'pagePath'> & {
  walletId: number;
  pageKey: string;
};

/** Points, level, and what is missing to the next, for whoever may see them. */
export const pointsPart: CardPart = {
  key: 'points',
  load: async (ctx, ids): Promise<Part | null> => {
    // loyalty_members_pkey, point_wallets_pkey
    const { rows } = await sql<Row>`
      select b.wallet_id, b.code, b.page_key,
             b.year_points, b.level_falls_on, h.name as household,
             case when v.id is not null then jsonb_build_object(
               'name', v.name, 'extraPercent', v.extra_percent) end as level,
             ${nextLevel} as next, ${monthsInTime} as streak, ${pendingPoints} as pending,
             ${keptPercent('privilege')} as privilege,
             (select point_minor from loyalty_settings) as point_minor
      from   subscribers s
      join   loyalty_members b on b.subscriber_id = s.id
      join   point_wallets w on w.id = b.wallet_id
      left   join households h on h.id = w.household_id
      left   join loyalty_levels v on v.id = b.level_id
      where  s.id = ${ids[0] ?? 0} and ${reaches(ctx, 'loyalty.work')}`.execute(ctx.db);
    const [row] = rows;
    if (!row) return null;
    const { walletId, pageKey, ...rest } = row;
    const pagePath = pathOf(pageKey);
    const { currency } = ctx.operator;
    return { ...rest, pagePath, ...(await balanceOf(ctx, walletId)), currency };
  },
};
