import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { programmeApi } from '../api/programme.ts';

type Listed = z.input<(typeof programmeApi)['GET /api/vip-managers']['output']>;

/** Everybody who leads clients, with how many. */
export async function listPersonalManagers(ctx: Ctx): Promise<Result<Listed>> {
  // vip_managers_pkey, vip_clients_led (personal_manager_id)
  const { rows } = await sql<Listed['people'][number]>`
    select jsonb_build_object('id', s.id, 'name', s.name) as staff,
           (select count(*) from vip_clients v
            where  v.personal_manager_id = g.staff_id
            and    (v.state = 'member' or v.is_corporate))::int as clients,
           g.most_clients, g.tempers,
           case when d.id is not null
                then jsonb_build_object('id', d.id, 'name', d.name) end as deputy,
           g.away_from, g.away_to, g.is_on, g.version
    from   vip_managers g
    join   staff s on s.id = g.staff_id
    left   join staff d on d.id = g.deputy_id
    where  s.disabled_at is null
    order  by g.is_on desc, s.name, s.id`.execute(ctx.db);
  return ok({ people: rows });
}
