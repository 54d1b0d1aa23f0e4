import { sql } from 'kysely';
import { isVeiledOf, veiledNow } from '../kernel/veil.ts';
import type { WorkHolder } from '../work/index.ts';
import { reaches } from './reach.ts';

/** Clients of the programme as something that people are called to. */
export const clientHolder: WorkHolder = {
  entity: 'vip',
  attention: { type: 'attention.vip', kind: 'vip_client' },
  reached: async (ctx, ids) => {
    // vip_clients_pkey
    const { rows } = await sql<{ id: number }>`
      select v.id from vip_clients v
      where  v.id = any(${[...ids]}::bigint[]) and ${reaches(ctx, 'vip.work')}`.execute(ctx.db);
    return new Set(rows.map(({ id }) => id));
  },
  describe: async (ctx, ids) => {
    // vip_clients_pkey, subscribers_pkey
    const { rows } = await sql<{ id: number; name: string }>`
      select v.id, s.display_name as name
      from   vip_clients v join subscribers s on s.id = v.id
      where  v.id = any(${[...ids]}::bigint[]) and ${reaches(ctx, 'vip.work')}`.execute(ctx.db);
    const veiled = await veiledNow(ctx);
    return rows.map(({ id, name }) => ({
      id,
      title: isVeiledOf(veiled, id) ? `№ ${id}` : name,
      path: `/vip/clients/${id}`,
    }));
  },
  subscriberOf: (_ctx, id) => Promise.resolve(id),
  isErased: async (ctx, id) => {
    await sql`select from vip_clients where id = ${id} for share`.execute(ctx.db);
    // subscribers_pkey
    const { rows } = await sql`
      select from subscribers where id = ${id} and erased_at is not null`.execute(ctx.db);
    return rows.length > 0;
  },
};
