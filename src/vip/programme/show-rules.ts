import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { programmeApi } from '../api/programme.ts';
import { loadRules } from './rules.ts';

type Shown = z.input<(typeof programmeApi)['GET /api/vip-settings']['output']>;

/** The rules in force, and what the last night came to. */
export async function showRules(ctx: Ctx): Promise<Result<Shown>> {
  const rules = await loadRules(ctx);
  // vip_runs_pkey
  const { rows } = await sql<NonNullable<Shown['lastRun']>>`
    select "on", month, members, candidates, admitted, dropped, finished_at
    from   vip_runs order by "on" desc limit 1`.execute(ctx.db);
  return ok({ ...rules, currency: ctx.operator.currency, lastRun: rows[0] ?? null });
}
