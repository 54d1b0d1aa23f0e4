import { sql } from 'kysely';
import type { Ctx } from '../context.ts';

/** Takes the personal part of the journal out for good; that something happened stays on record. */
export async function purgePersonalHistory(
  ctx: Ctx,
  subscriberIds: readonly number[],
): Promise<void> {
  // personal_history_subscriber (subscriber_id) where subscriber_id is not null
  await sql`delete from personal_history
    where subscriber_id = any(${subscriberIds}::bigint[])`.execute(ctx.db);
}
