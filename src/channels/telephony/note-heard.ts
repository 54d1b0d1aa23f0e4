import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** When an exchange last told something, to ten seconds: it tells much, and one row keeps it. */
export async function noteHeard(ctx: Ctx, channelId: number): Promise<void> {
  const now = ctx.clock.now();
  await sql`
    update channels set last_in_at = ${now}
    where  id = ${channelId}
    and    (last_in_at is null or last_in_at < ${now}::timestamptz - interval '10 seconds')`.execute(
    ctx.db,
  );
}
