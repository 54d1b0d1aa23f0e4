import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { loadDesk } from '../desk/desk-settings.ts';
import type { settingsApi } from '../api/settings.ts';

type Listed = z.output<(typeof settingsApi)['GET /api/leaving-reasons']['output']>;

/** Groups and reasons in the order of the settings; a dictionary of some dozens. */
export async function listReasons(ctx: Ctx): Promise<Result<Listed>> {
  const { rows } = await sql<Listed['reasons'][number]>`
    select id, version, parent_id, name, takes_offers, words, answers, leave_chance,
           archived_at is not null as is_archived
    from   leaving_reasons order by archived_at is not null, position, id limit 1000`.execute(
    ctx.db,
  );
  const { openingWords } = await loadDesk(ctx);
  return ok({ reasons: rows, openingWords });
}
