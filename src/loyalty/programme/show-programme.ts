import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { programmeApi } from '../api/programme.ts';
import { loadProgramme } from './load-programme.ts';

type Shown = z.input<(typeof programmeApi)['GET /api/loyalty/programme']['output']>;

export async function showProgramme(ctx: Ctx): Promise<Result<Shown>> {
  // Counts everybody: an operator has a few levels and looks seldom.
  const { rows } = await sql<Shown['levels'][number]>`
    select v.id, v.name, v.from_points, v.extra_percent, coalesce(n.members, 0) as members
    from   loyalty_levels v
    left   join (select level_id, count(*) as members from loyalty_members group by 1) n
           on n.level_id = v.id
    order  by v.from_points`.execute(ctx.db);
  const settings = await loadProgramme(ctx);
  return ok({ ...settings, currency: ctx.operator.currency, levels: rows });
}
