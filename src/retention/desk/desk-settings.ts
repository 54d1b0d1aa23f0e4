import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { settingsApi } from '../api/settings.ts';

type Shown = z.input<(typeof settingsApi)['GET /api/save-desk-settings']['output']>;
export type DeskSettings = {
  openingWords: string;
  repairCategoryId: number | null;
  apologyReasonId: number | null;
  version: number;
};

/** How the save desk begins a talk, and what it opens repairs and proposes apologies by. */
export async function loadDesk(ctx: Ctx): Promise<DeskSettings> {
  const row = await ctx.db
    .selectFrom('saveDeskSettings')
    .select(['openingWords', 'repairCategoryId', 'apologyReasonId', 'version'])
    .executeTakeFirst();
  return row ?? { openingWords: '', repairCategoryId: null, apologyReasonId: null, version: 1 };
}

/** The same, with what may be chosen. */
export async function showDesk(ctx: Ctx): Promise<Result<Shown>> {
  const { rows } = await sql<Pick<Shown, 'categories' | 'apologyReasons'>>`
    select (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name) order by id), '[]')
            from   ticket_categories where archived_at is null) as categories,
           (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name) order by id), '[]')
            from   correction_reasons where archived_at is null) as apology_reasons`.execute(
    ctx.db,
  );
  const [choices] = rows;
  if (!choices) throw new Error('a query of two lists has one row');
  return ok({ ...(await loadDesk(ctx)), ...choices });
}
