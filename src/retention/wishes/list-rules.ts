import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { settingsApi } from '../api/settings.ts';

type Listed = z.output<(typeof settingsApi)['GET /api/wish-rules']['output']>;

/** All of them, with how often each was right: a case closed as a mistake counts against it. */
export async function listRules(ctx: Ctx): Promise<Result<Listed>> {
  // case_wishes_rule (rule_id) where rule_id is not null, retention_cases_pkey
  const { rows } = await sql<Listed['rules'][number]>`
    select r.id, r.version, r.name, r.phrases, r.exceptions, r.is_angry,
           r.archived_at is not null as is_archived, u.heard, u.mistaken
    from   wish_rules r
    cross  join lateral (
      select count(*) as heard, count(*) filter (where c.outcome = 'mistake') as mistaken
      from   case_wishes w join retention_cases c on c.id = w.case_id
      where  w.rule_id = r.id) u
    order  by r.archived_at is not null, r.is_angry, r.id limit 500`.execute(ctx.db);
  return ok({ rules: rows });
}
