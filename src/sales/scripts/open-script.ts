import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { scriptsApi } from '../api/scripts.ts';
import { scriptRows } from './script-rows.ts';

type Shown = z.input<(typeof scriptsApi)['GET /api/sale-scripts/{id}']['output']>;
type Written = Pick<Shown, 'steps' | 'draftedAt' | 'draftedBy'>;

/** A script as it is written now, with its versions and what came of each. */
export async function openScript(ctx: Ctx, { id }: { id: number }): Promise<Result<Shown>> {
  const row = (await scriptRows(ctx)).find((one) => one.id === id);
  if (!row) return fail('sales.no_such_script');
  const { rows } = await sql<Written>`
    select coalesce(s.draft, v.steps, '[]') as steps, s.drafted_at, m.name as drafted_by
    from   sale_scripts s
    left   join sale_script_versions v on v.id = s.current_id
    left   join staff m on m.id = s.drafted_by
    where  s.id = ${id}`.execute(ctx.db);
  const [written] = rows;
  if (!written) return fail('sales.no_such_script');
  return ok({ ...row, ...written, versions: await versionsOf(ctx, id) });
}

async function versionsOf(ctx: Ctx, id: number): Promise<Shown['versions']> {
  // guided_sales_script (script_version_id, state)
  const { rows } = await sql<Shown['versions'][number]>`
    select v.id, v.number, v.made_at, m.name as made_by, v.id = s.current_id as is_current,
           u.sales, u.agreed
    from   sale_script_versions v
    join   sale_scripts s on s.id = v.script_id
    left   join staff m on m.id = v.made_by
    cross  join lateral (
      select count(*) as sales, count(*) filter (where g.state = 'agreed') as agreed
      from   guided_sales g where g.script_version_id = v.id) u
    where  v.script_id = ${id}
    order  by v.number desc limit 200`.execute(ctx.db);
  return rows;
}
