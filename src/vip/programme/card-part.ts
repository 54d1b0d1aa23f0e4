import { sql } from 'kysely';
import type { CardPart } from '../../subscribers/index.ts';
import type { Tier } from '../kinds.ts';
import { reaches } from '../reach.ts';

/** That somebody is of the programme, in one line, as a card brings it. */
export type VipLine = {
  id: number;
  state: string;
  tier: Tier | null;
  isCorporate: boolean;
  dropsOn: string | null;
  missing: { what: string; by: number }[];
  acting: string | null;
};

/** The programme on the 360° card. */
export const vipPart: CardPart = {
  key: 'vip',
  isOurWork: true,
  load: async (ctx, ids) => {
    // vip_clients_pkey, staff_pkey
    const { rows } = await sql<VipLine>`
      select v.id, v.state, v.tier, v.is_corporate, v.drops_on, v.missing, m.name as acting
      from   vip_clients v left join staff m on m.id = v.acting_id
      where  v.id = any(${ids}::bigint[]) and ${reaches(ctx, 'vip.work')}
      and    (v.state <> 'none' or v.is_corporate)
      order  by v.state <> 'member' limit 1`.execute(ctx.db);
    return rows[0] ?? null;
  },
};
