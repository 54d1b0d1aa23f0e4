import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Tier } from '../kinds.ts';
import { reaches } from '../reach.ts';

export type Led = {
  id: number;
  ids: number[];
  name: string;
  tier: Tier | null;
  dropsOn: string | null;
};

/** More than so many nobody leads; a sheet of more would be read by nobody. */
const MOST_CLIENTS = 2000;

/** Whoever somebody acts for today, with all records of each; those that the asker reaches. */
export async function clientsOf(ctx: Ctx, staffId: number): Promise<Led[]> {
  // vip_clients_acting (acting_id), subscribers_root (root_id)
  const { rows } = await sql<Led>`
    select v.id, r.display_name as name, v.tier, v.drops_on,
           array(select m.id from subscribers m where m.root_id = v.id order by m.id) as ids
    from   vip_clients v
    join   subscribers r on r.id = v.id
    where  v.acting_id = ${staffId} and (v.state = 'member' or v.is_corporate)
    and    r.erased_at is null and ${reaches(ctx, 'vip.work')}
    order  by v.total_minor desc, v.id limit ${MOST_CLIENTS}`.execute(ctx.db);
  return rows;
}
