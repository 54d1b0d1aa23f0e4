import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { auditsApi } from '../api/audits.ts';

type Listed = z.input<(typeof auditsApi)['GET /api/quality-checklists']['output']>;

/** Every checklist as it stands now, those put away last. */
export async function listChecklists(ctx: Ctx): Promise<Result<Listed>> {
  // quality_checklist_versions_pkey (checklist_id, version); an operator has a few
  const { rows } = await sql<Listed['checklists'][number]>`
    select c.id, c.version, c.name, v.sections, c.archived_at is not null as is_archived
    from   quality_checklists c
    join   quality_checklist_versions v on v.checklist_id = c.id and v.version = c.version
    order  by c.archived_at is not null, c.id limit 200`.execute(ctx.db);
  return ok({ checklists: rows });
}
