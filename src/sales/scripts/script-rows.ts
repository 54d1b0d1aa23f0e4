import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import type { scriptsApi } from '../api/scripts.ts';

type Output = z.input<(typeof scriptsApi)['GET /api/sale-scripts']['output']>;

/** Scripts in the order in which sales begin with them; there are dozens at most. */
export async function scriptRows(ctx: Ctx): Promise<Output['scripts']> {
  const { rows } = await sql<Output['scripts'][number]>`
    select s.id, s.version, s.name, s.archived_at is not null as is_archived,
           s.id = (${usedScript}) as is_used, s.draft is not null as has_draft, v.number
    from   sale_scripts s left join sale_script_versions v on v.id = s.current_id
    order  by s.archived_at is not null, s.position, s.id`.execute(ctx.db);
  return rows.map((row) => ({ ...row, isUsed: row.isUsed ?? false }));
}

/** The script that new sales begin with. */
export const usedScript = sql`
  select u.id from sale_scripts u
  where  u.archived_at is null and u.current_id is not null order by u.position, u.id limit 1`;
