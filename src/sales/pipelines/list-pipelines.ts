import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { pipelinesApi } from '../api/pipelines.ts';

type Shown = z.input<(typeof pipelinesApi)['GET /api/pipelines']['output']>;

/** In the order of the settings; what is no longer used stands last. There are dozens at most. */
export async function listPipelines(ctx: Ctx): Promise<Result<Shown>> {
  const { rows } = await sql<Shown['pipelines'][number]>`
    select p.id, p.name, p.archived_at is not null as is_archived,
           coalesce((select jsonb_agg(jsonb_build_object(
                       'id', s.id, 'name', s.name, 'probability', s.probability,
                       'requiredFields', s.required_fields, 'limitSeconds', s.limit_seconds,
                       'calendarId', s.calendar_id, 'entry', s.entry, 'isArchived', s.archived_at is not null)
                       order by s.archived_at is not null, s.position, s.id)
                     from   pipeline_stages s
                     where  s.pipeline_id = p.id), '[]') as stages
    from   pipelines p
    order  by p.archived_at is not null, p.position, p.id`.execute(ctx.db);
  const [sources, lostReasons] = await Promise.all([
    wordsOf(ctx, 'lead_sources'),
    wordsOf(ctx, 'lost_reasons'),
  ]);
  return ok({ pipelines: rows, sources, lostReasons });
}

async function wordsOf(
  ctx: Ctx,
  table: 'lead_sources' | 'lost_reasons',
): Promise<Shown['sources']> {
  const { rows } = await sql<Shown['sources'][number]>`
    select id, name, archived_at is not null as is_archived from ${sql.table(table)}
    order  by archived_at is not null, position, id`.execute(ctx.db);
  return rows;
}
