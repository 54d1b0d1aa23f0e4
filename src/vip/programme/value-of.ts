import { sql } from 'kysely';
import type { ValueSource } from '../../conversations/index.ts';

/** Members go ahead of others, those of the highest tier and corporate ones furthest. */
export const membership: ValueSource = {
  key: 'member',
  tiersOf: async (ctx, subscriberIds) => {
    // subscribers_pkey, vip_clients_pkey
    const { rows } = await sql<{ id: number; tier: 1 | 2 }>`
      select k.id, case when v.tier = 'very_high' then 2 else 1 end as tier
      from   subscribers k join vip_clients v on v.id = k.root_id
      where  k.id = any(${subscriberIds}::bigint[])
      and    (v.state = 'member' or v.is_corporate)`.execute(ctx.db);
    return new Map(rows.map(({ id, tier }) => [id, tier]));
  },
};
