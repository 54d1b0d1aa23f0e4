import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { DunningSettings } from '../api/dunning.ts';

/** What is done about debts, as it is set now; its steps by their day. */
export async function loadDunning(ctx: Ctx): Promise<DunningSettings> {
  const { rows } = await sql<DunningSettings>`
    select is_on, steps, careful_months, careful_percent,
           tried_version is not distinct from version as is_tried, version
    from   dunning_settings`.execute(ctx.db);
  const [settings] = rows;
  if (!settings) throw new Error('the settings of dunning are missing');
  return settings;
}
