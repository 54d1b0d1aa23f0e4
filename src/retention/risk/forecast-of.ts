import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** How likely somebody is to leave, and what they bring if they stay. */
type LeaverForecast = { leaveChance: number; valueMinor: number };

/** What the nightly scoring says of one subscriber; null of whom it has not seen. */
export async function forecastOf(ctx: Ctx, subscriberId: number): Promise<LeaverForecast | null> {
  // risk_scores_pkey
  const { rows } = await sql<LeaverForecast>`
    select chance_90::float8 as "leaveChance", value_minor
    from   risk_scores where id = ${subscriberId}`.execute(ctx.db);
  return rows[0] ?? null;
}
