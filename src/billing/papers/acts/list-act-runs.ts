import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../kernel/context.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { papersApi } from '../../api/papers.ts';

type Answer = z.input<(typeof papersApi)['GET /api/act-runs']['output']>;

const MOST = 12;

/** The latest makings of acts. */
export async function listActRuns(ctx: Ctx): Promise<Result<Answer>> {
  // act_runs_started (started_at desc, id desc), staff_pkey
  const { rows } = await sql<Answer['runs'][number]>`
    select r.id, r.month, r.started_at, s.name as started_by, r.finished_at, r.made, r.corrected
    from   act_runs r left join staff s on s.id = r.started_by
    order  by r.started_at desc, r.id desc limit ${MOST}`.execute(ctx.db);
  return ok({ runs: rows });
}
