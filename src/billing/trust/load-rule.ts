import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { TrustSettings } from '../api/trust.ts';

/** How much this operator trusts to whom, as it is set now. */
export async function loadTrust(ctx: Ctx): Promise<TrustSettings> {
  const { rows } = await sql<TrustSettings>`
    select is_on, condition, base_percent, tenure_steps, paid_steps, broken_cut_minor,
           suspended_cut_minor, debt_days, ceiling_minor, late_days, notice_days, version
    from   trust_settings`.execute(ctx.db);
  const [settings] = rows;
  if (!settings) throw new Error('the settings of trust are missing');
  return settings;
}
