import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** A look that finds what the last one found need not be written down more often. */
const EVERY_SECONDS = 30;

/** What the provider has for us and we have not got yet, as it says now. */
export async function noteLook(ctx: Ctx, id: number, waitingThere: number): Promise<void> {
  const now = ctx.clock.now();
  await sql`
    update channels set waiting_there = ${waitingThere}, looked_at = ${now}
    where  id = ${id}
    and    (waiting_there is distinct from ${waitingThere}::integer
            or looked_at <= ${now}::timestamptz - ${EVERY_SECONDS} * interval '1 second')`.execute(
    ctx.db,
  );
}
